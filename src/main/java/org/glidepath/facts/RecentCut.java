package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: the last cut of the dose was made a short while ago.
 *
 * @param before the dose before it
 * @param after the dose since
 */
public record RecentCut(DoseStep before, DoseStep after) implements Fact {

  /** The exposure whose dose was cut. */
  public Exposure of() {
    return before.of();
  }

  /** Whole days since the cut. */
  public int daysAgo() {
    return -after.startDay();
  }

  /** When the dose was cut, as a person says it: "today", "1 day ago", "5 days ago". */
  public String since() {
    return Days.ago(daysAgo());
  }

  @Override
  public List<Source> sources() {
    return Source.of(before, after);
  }
}
