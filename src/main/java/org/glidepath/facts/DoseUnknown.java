package org.glidepath.facts;

import java.util.List;

/**
 * The daily dose of a drug in use cannot be computed.
 *
 * @param of the exposure
 * @param reason what is missing or cannot be read, as a phrase a clinician understands
 */
public record DoseUnknown(Exposure of, String reason) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
