package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.glidepath.facts.PlannedStep;

/**
 * Plans the first phase of a taper in marketed strengths. Each step lowers one dose of the day, by
 * no more than the pace allows: a percentage of the daily dose then taken (source ASAM-3), and in
 * the tail an absolute amount and a change of modelled occupancy (sources CKS, SCOT-RS, MAUD). The
 * last step goes on until a review; a plan never ends with a stop (source Maust2023).
 */
public final class TaperPlanner {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Tablets tablets;
  private final BigDecimal diazepamMgPerMg;
  private final TaperFigures figures;

  /**
   * A planner for one drug.
   *
   * @param tablets what its doses can be made of
   * @param diazepamMgPerMg mg diazepam published as equal to 1 mg of it, the highest
   * @param figures paces, ceiling and tail
   */
  public TaperPlanner(Tablets tablets, BigDecimal diazepamMgPerMg, TaperFigures figures) {
    this.tablets = tablets;
    this.diazepamMgPerMg = diazepamMgPerMg;
    this.figures = figures;
  }

  /**
   * The steps of the first phase, the first of them a cut; empty where no step is small enough.
   *
   * @param doses the doses of a day now, mg each, above zero
   * @param pace the pace
   * @param floorMg mg a day below which the plan does not go; 0 for the smallest dose that can be
   *     made
   */
  public List<PlannedStep> plan(
      List<BigDecimal> doses, TaperFigures.Pace pace, BigDecimal floorMg) {
    List<List<BigDecimal>> days = new ArrayList<>();
    Optional<List<BigDecimal>> next = lowered(doses, pace, floorMg);
    while (next.isPresent() && days.size() * pace.intervalDays() < figures.phaseDays()) {
      days.add(next.get());
      next = lowered(next.get(), pace, floorMg);
    }
    List<PlannedStep> steps = new ArrayList<>();
    for (List<BigDecimal> day : days) {
      boolean last = steps.size() == days.size() - 1;
      steps.add(
          new PlannedStep(
              steps.size() + 1,
              steps.size() * pace.intervalDays(),
              last ? Optional.empty() : Optional.of(pace.intervalDays()),
              sum(day),
              tablets.doses(day)));
    }
    return steps;
  }

  /** The day after one more cut: of one dose, the largest that can be lowered. */
  private Optional<List<BigDecimal>> lowered(
      List<BigDecimal> doses, TaperFigures.Pace pace, BigDecimal floorMg) {
    BigDecimal daily = sum(doses);
    BigDecimal most = mostCut(daily, pace).min(daily.subtract(floorMg));
    if (most.signum() <= 0) {
      return Optional.empty();
    }
    List<BigDecimal> largestFirst =
        doses.stream().distinct().sorted(Comparator.<BigDecimal>reverseOrder()).toList();
    for (BigDecimal dose : largestFirst) {
      Optional<BigDecimal> lower = tablets.smallestBetween(dose.subtract(most), dose);
      if (lower.isPresent()) {
        List<BigDecimal> day = new ArrayList<>(doses);
        day.set(doses.lastIndexOf(dose), lower.get());
        return makeable(day) ? Optional.of(day) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean makeable(List<BigDecimal> doses) {
    return doses.stream().allMatch(tablets::make);
  }

  /** The largest step from a daily dose, in mg of the drug. */
  private BigDecimal mostCut(BigDecimal daily, TaperFigures.Pace pace) {
    BigDecimal diazepamMg = daily.multiply(diazepamMgPerMg);
    TaperFigures.Tail tail = figures.tail();
    if (!tail.holds(diazepamMg)) {
      return daily.multiply(pace.percent()).divide(HUNDRED, MathContext.DECIMAL64);
    }
    if (pace.intervalDays() < tail.intervalDays()) {
      return BigDecimal.ZERO;
    }
    return tail.stepDiazepamMg()
        .min(byOccupancy(diazepamMg, tail))
        .divide(diazepamMgPerMg, MathContext.DECIMAL64);
  }

  /** mg diazepam that may be taken away for the occupancy to fall by the tail's points. */
  private static BigDecimal byOccupancy(BigDecimal diazepamMg, TaperFigures.Tail tail) {
    BigDecimal target =
        Occupancy.percent(diazepamMg, tail.halfOccupancyMg()).subtract(tail.occupancyPoints());
    if (target.signum() <= 0) {
      return diazepamMg;
    }
    BigDecimal lowest =
        tail.halfOccupancyMg()
            .multiply(target)
            .divide(HUNDRED.subtract(target), MathContext.DECIMAL64);
    return diazepamMg.subtract(lowest);
  }

  private static BigDecimal sum(List<BigDecimal> doses) {
    return doses.stream().reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros();
  }
}
