package org.glidepath.facts;

import java.util.List;

/**
 * Nothing says on how many days of a week the drug is taken.
 *
 * @param of the exposure
 * @param reason what is missing, as a phrase a clinician understands
 */
public record FrequencyUnknown(Exposure of, String reason) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
