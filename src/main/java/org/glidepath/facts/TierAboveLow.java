package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: the dose that counts for this exposure is above the low tier, or has to be taken as if
 * it were.
 *
 * @param of the exposure
 */
public record TierAboveLow(Exposure of) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
