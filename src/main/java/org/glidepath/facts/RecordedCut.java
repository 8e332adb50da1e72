package org.glidepath.facts;

import java.math.BigDecimal;
import java.util.List;

/**
 * Inferred: a reduction of the daily dose that the record shows, from the dose at the start of a
 * window of days to the lower one inside it.
 *
 * @param before the dose at the start of the window
 * @param after the lower dose
 */
public record RecordedCut(DoseStep before, DoseStep after) implements Fact {

  /** The exposure whose dose was cut. */
  public Exposure of() {
    return before.of();
  }

  /** How much was cut, in percent of the dose at the start of the window, to two decimals. */
  public BigDecimal percent() {
    return new DoseCut(before, after).percent();
  }

  /** Whole days since the lower dose began. */
  public int daysAgo() {
    return -after.startDay();
  }

  /** When the lower dose began, as a person says it: "today", "1 day ago", "5 days ago". */
  public String since() {
    return Days.ago(daysAgo());
  }

  @Override
  public List<Source> sources() {
    return Source.of(before, after);
  }
}
