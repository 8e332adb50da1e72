package org.glidepath.facts;

import java.util.List;

/**
 * Which published tables give the lowest and the highest diazepam equivalent of the daily dose.
 * Present only where they disagree.
 *
 * @param of the exposure
 * @param mg mg diazepam a day, lowest to highest
 * @param lowestTables the tables that give the lowest, as a list in a sentence
 * @param highestTables the tables that give the highest, as a list in a sentence
 */
public record EquivalenceSpread(Exposure of, Range mg, String lowestTables, String highestTables)
    implements Fact {

  /** The lowest, mg diazepam a day. */
  public Range lowest() {
    return Range.of(mg.low());
  }

  /** The highest, mg diazepam a day. */
  public Range highest() {
    return Range.of(mg.high());
  }

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
