package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: the benzodiazepine is taken against seizures, or has to be taken as if it were.
 *
 * @param of the exposure
 * @param reason what says so, as a phrase
 */
public record AntiseizureTherapy(Exposure of, String reason) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
