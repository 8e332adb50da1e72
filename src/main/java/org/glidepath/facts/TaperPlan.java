package org.glidepath.facts;

import java.math.BigDecimal;
import java.util.List;

/**
 * Inferred: the first phase of a taper that may be offered to this patient.
 *
 * @param of the drug in use
 * @param taper the steps
 */
public record TaperPlan(Exposure of, PossibleTaper taper) implements Fact {

  /** The steps, one or more. */
  public List<PlannedStep> steps() {
    return taper.steps();
  }

  /** The lowest dose of the plan in mg a day; it goes on until the review. */
  public BigDecimal lastMg() {
    return steps().get(steps().size() - 1).dailyMg();
  }

  /** Weeks from one step to the next. */
  public int intervalWeeks() {
    return taper.intervalDays() / 7;
  }

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
