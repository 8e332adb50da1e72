package org.glidepath.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a plan with one daily dose.
 *
 * @param number its place in the plan, from 1
 * @param startDay its first day, counted from the first day of the plan: 0, 28 ...
 * @param days how many days it lasts; empty for the last step, which goes on until the review
 * @param dailyMg mg of the drug a day, above zero
 * @param doses what a day is made of
 */
public record PlannedStep(
    int number, int startDay, Optional<Integer> days, BigDecimal dailyMg, List<PlannedDose> doses) {

  public PlannedStep {
    doses = List.copyOf(doses);
  }
}
