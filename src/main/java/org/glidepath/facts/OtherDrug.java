package org.glidepath.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A drug other than a benzodiazepine or Z-drug that at least one value set knows.
 *
 * @param name the drug as a person calls it, lower case
 * @param means ids of the value sets in {@code fhir-profiles/} that it belongs to
 * @param current whether it is being taken at the evaluation time
 * @param daysSinceLastUse whole days since the last day of use or of supply; 0 while current,
 *     {@link Integer#MAX_VALUE} where no date says
 * @param daysSinceStart whole days since the first known day of this order or statement; empty
 *     where no date was given
 * @param reasons ids of the value sets that the reason for it belongs to
 * @param sources the order or statement
 */
public record OtherDrug(
    String name,
    Set<String> means,
    boolean current,
    int daysSinceLastUse,
    Optional<Integer> daysSinceStart,
    Set<String> reasons,
    List<Source> sources)
    implements Fact {

  /** Whether it is known to have begun within the last {@code days} days. */
  public boolean startedWithin(int days) {
    return daysSinceStart.isPresent() && daysSinceStart.get() <= days;
  }
}
