package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a taper of this drug is written at the slow pace.
 *
 * @param of the exposure
 * @param reason why, as a phrase
 */
public record SlowPace(Exposure of, String reason) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
