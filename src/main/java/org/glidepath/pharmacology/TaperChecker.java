package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a taper schedule in mg diazepam a day against the ceiling of the guideline (source ASAM-7:
 * at most 25 % in two weeks) and, in the tail, against absolute steps (sources CKS, SCOT-RS) and
 * the occupancy curve (source MAUD, DERIVED). All figures are given.
 */
public final class TaperChecker {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final TaperFigures figures;

  /** A checker with these figures. */
  public TaperChecker(TaperFigures figures) {
    this.figures = figures;
  }

  /**
   * A daily dose from a day on.
   *
   * @param day the first day that it holds
   * @param diazepamMg mg diazepam a day, highest published equivalent; 0 for a stop
   */
  public record Dose(int day, BigDecimal diazepamMg) {}

  /** What a cut is too much for. */
  public enum Limit {
    CEILING,
    TAIL_STEP,
    TAIL_INTERVAL,
    TAIL_OCCUPANCY
  }

  /**
   * A cut that is too large or comes too early.
   *
   * @param from the dose at the start of the window
   * @param to the lower dose at its end
   * @param limit what it exceeds
   */
  public record Finding(Dose from, Dose to, Limit limit) {}

  /**
   * Every cut that exceeds a limit, in order; empty where the schedule keeps them all.
   *
   * @param schedule doses in the order of their days
   */
  public List<Finding> check(List<Dose> schedule) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i < schedule.size(); i++) {
      checkCeiling(schedule, i, findings);
      checkTail(schedule, i, findings);
    }
    return findings;
  }

  /** The dose in force at the start of any window that ends with this one. */
  private void checkCeiling(List<Dose> schedule, int at, List<Finding> findings) {
    Dose to = schedule.get(at);
    for (int i = 0; i < at; i++) {
      Dose from = schedule.get(i);
      boolean within = to.day() - schedule.get(i + 1).day() < figures.ceiling().days();
      if (within
          && !figures.tail().holds(from.diazepamMg())
          && percentCut(from.diazepamMg(), to.diazepamMg()).compareTo(figures.ceiling().percent())
              > 0) {
        findings.add(new Finding(from, to, Limit.CEILING));
        return;
      }
    }
  }

  private void checkTail(List<Dose> schedule, int at, List<Finding> findings) {
    Dose from = schedule.get(at - 1);
    Dose to = schedule.get(at);
    TaperFigures.Tail tail = figures.tail();
    BigDecimal step = from.diazepamMg().subtract(to.diazepamMg());
    if (!tail.holds(from.diazepamMg()) || step.signum() <= 0) {
      return;
    }
    if (step.compareTo(tail.stepDiazepamMg()) > 0) {
      findings.add(new Finding(from, to, Limit.TAIL_STEP));
    } else if (Occupancy.points(from.diazepamMg(), to.diazepamMg(), tail.halfOccupancyMg())
            .compareTo(tail.occupancyPoints())
        > 0) {
      findings.add(new Finding(from, to, Limit.TAIL_OCCUPANCY));
    }
    if (daysSinceLastCut(schedule, at).filter(days -> days < tail.intervalDays()).isPresent()) {
      findings.add(new Finding(from, to, Limit.TAIL_INTERVAL));
    }
  }

  /** Days from the cut before this one; empty where there was none. */
  static Optional<Integer> daysSinceLastCut(List<Dose> schedule, int at) {
    for (int i = at - 1; i > 0; i--) {
      if (schedule.get(i).diazepamMg().compareTo(schedule.get(i - 1).diazepamMg()) < 0) {
        return Optional.of(schedule.get(at).day() - schedule.get(i).day());
      }
    }
    return Optional.empty();
  }

  /** A cut in percent of the dose before it; negative for a raise, 0 where there was no dose. */
  static BigDecimal percentCut(BigDecimal from, BigDecimal to) {
    return from.signum() == 0
        ? BigDecimal.ZERO
        : from.subtract(to).multiply(HUNDRED).divide(from, MathContext.DECIMAL64);
  }
}
