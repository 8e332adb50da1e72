package org.glidepath.facts;

import java.util.List;

/**
 * How long benzodiazepines have been taken without a break of 31 days or more, across all of them:
 * changing the drug does not start a new count, because they replace each other at the receptor.
 *
 * @param of the exposure
 * @param days whole days from the first day of that use to the last, or to the evaluation time
 *     while it goes on
 */
public record UseDuration(Exposure of, int days) implements Fact {

  private static final double DAYS_IN_MONTH = 365.25 / 12;

  /** So many days months of the calendar can be shorter than as many average ones. */
  private static final int SHORTER = 3;

  @Override
  public List<Source> sources() {
    return of.sources();
  }

  /**
   * As a person says it, and but for three days never longer than it was: "12 days", "14 months",
   * "6 years", "more than 6 years".
   */
  public String text() {
    if (days < 2 * DAYS_IN_MONTH) {
      return Days.text(days);
    }
    int months = (int) ((days + SHORTER) / DAYS_IN_MONTH);
    if (months < 24) {
      return months + " months";
    }
    return (months % 12 == 0 ? "" : "more than ") + months / 12 + " years";
  }
}
