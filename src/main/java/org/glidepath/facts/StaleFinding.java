package org.glidepath.facts;

import java.util.List;
import java.util.Optional;

/**
 * Inferred: the last value of something that doses and warnings depend on is too old to count on.
 *
 * @param name what was measured, as a phrase
 * @param limitDays for how many days a value counts
 * @param daysAgo whole days since the last value; empty where it has no date
 * @param sources the observation
 */
public record StaleFinding(
    String name, int limitDays, Optional<Integer> daysAgo, List<Source> sources) implements Fact {

  /** When it was measured, as a person says it: "400 days ago"; empty where it has no date. */
  public Optional<String> since() {
    return daysAgo.map(Days::ago);
  }
}
