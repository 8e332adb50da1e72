package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: the tier that the daily dose of one drug belongs to.
 *
 * @param of the exposure
 * @param tier LOW, MODERATE or HIGH
 */
public record DoseTier(Exposure of, Tier tier) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
