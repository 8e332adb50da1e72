package org.glidepath.facts;

import java.util.List;
import java.util.Optional;

/**
 * Inferred: a seizure, delirium, psychosis or catatonia on record, whatever caused it.
 *
 * @param name what the record calls it
 * @param daysAgo whole days since it began; empty where no date was given
 * @param sources the condition or the observation
 */
public record SevereWithdrawalSign(String name, Optional<Integer> daysAgo, List<Source> sources)
    implements Fact {

  /** Whether it may have begun within the last {@code days} days: it did, or no date says. */
  public boolean mayHaveBegunWithin(int days) {
    return daysAgo.isEmpty() || daysAgo.get() <= days;
  }
}
