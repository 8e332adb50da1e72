package org.glidepath.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One benzodiazepine or Z-drug in use, or ended so recently that the body still depends on it:
 * every order, statement and fill of the drug that belongs together.
 *
 * @param drug what is taken
 * @param current whether it is still being taken at the evaluation time
 * @param from first known day of use; empty where no date was given
 * @param to last day of use, or the last day that the supply reaches; empty while it goes on with
 *     no end known
 * @param daysSinceLastUse whole days since the last day of use; 0 while current
 * @param supplyDaysLeft days of supply left at the evaluation time; empty where the end of the
 *     supply is not known
 * @param asNeeded every instruction says "as needed"
 * @param unregulated the supply is not prescribed (illicit, diverted) or the drug is a designer
 *     drug
 * @param stopReason why it ended, in the words of the record; empty while it goes on, and where it
 *     does not say
 * @param reasons ids of the value sets that the reasons for it belong to, as coded on its orders
 * @param routes ids of the value sets that the route of every order, statement and fill in use
 *     belongs to; empty as soon as one of them does not say
 * @param sources the resources it was stitched from
 */
public record Exposure(
    Drug drug,
    boolean current,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    int daysSinceLastUse,
    Optional<Integer> supplyDaysLeft,
    boolean asNeeded,
    boolean unregulated,
    Optional<String> stopReason,
    Set<String> reasons,
    Set<String> routes,
    List<Source> sources)
    implements Fact {

  /** When the last day of use was, as a person says it: "today", "1 day ago", "5 days ago". */
  public String lastUsed() {
    return Days.ago(daysSinceLastUse);
  }

  /** Whether the supply is known to end within fewer than {@code days} days. */
  public boolean supplyEndsWithin(int days) {
    return supplyDaysLeft.isPresent() && supplyDaysLeft.get() < days;
  }
}
