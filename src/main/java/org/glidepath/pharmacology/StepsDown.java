package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.glidepath.facts.DoseStep;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.StepDown;
import org.glidepath.pharmacology.TaperChecker.Dose;

/** The steps down that orders being written ask for, each with what the tail of a taper asks. */
final class StepsDown {

  private StepsDown() {}

  /**
   * The steps down of one drug.
   *
   * @param of the drug in use
   * @param steps its doses, past and proposed, in the order of their days
   * @param tail the figures of the occupancy curve
   */
  static List<StepDown> of(Exposure of, List<DoseStep> steps, TaperFigures.Tail tail) {
    List<DoseStep> doses = withoutRepeats(steps.stream().filter(s -> s.of().equals(of)).toList());
    List<StepDown> down = new ArrayList<>();
    if (doses.stream().anyMatch(step -> step.diazepamMg() == null)) {
      return down;
    }
    List<Dose> schedule =
        doses.stream().map(step -> new Dose(step.startDay(), diazepamMg(step))).toList();
    for (int i = 1; i < doses.size(); i++) {
      BigDecimal from = schedule.get(i - 1).diazepamMg();
      BigDecimal to = schedule.get(i).diazepamMg();
      if (doses.get(i).proposed() && to.compareTo(from) < 0) {
        down.add(
            new StepDown(
                doses.get(i - 1),
                doses.get(i),
                TaperChecker.daysSinceLastCut(schedule, i),
                from,
                from.subtract(to),
                Occupancy.points(from, to, tail.halfOccupancyMg())));
      }
    }
    return down;
  }

  /** A proposed step with the dose that is taken already is no step of its own. */
  private static List<DoseStep> withoutRepeats(List<DoseStep> steps) {
    List<DoseStep> distinct = new ArrayList<>();
    for (DoseStep step : steps) {
      boolean same =
          !distinct.isEmpty() && distinct.get(distinct.size() - 1).mg().compareTo(step.mg()) == 0;
      if (!same) {
        distinct.add(step);
      }
    }
    return distinct;
  }

  private static BigDecimal diazepamMg(DoseStep step) {
    return Objects.requireNonNull(step.diazepamMg());
  }
}
