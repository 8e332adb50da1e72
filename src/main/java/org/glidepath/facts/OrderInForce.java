package org.glidepath.facts;

import java.util.List;
import java.util.Optional;

/**
 * One order on record for a benzodiazepine or Z-drug that is in force.
 *
 * @param drug what is ordered
 * @param setting whom it is for: "inpatient", "outpatient", "community" or "discharge", by its
 *     category or else by the encounter it names; empty where neither says
 * @param hoursAgo whole hours since it was written; from the beginning of the day where only the
 *     day is known; empty where no date was given
 * @param sources the order
 */
public record OrderInForce(
    Drug drug, String setting, Optional<Integer> hoursAgo, List<Source> sources) implements Fact {

  /** Whether it is known to have been written within the last {@code hours} hours. */
  public boolean writtenWithin(int hours) {
    return hoursAgo.isPresent() && hoursAgo.get() <= hours;
  }
}
