package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glidepath.facts.DailyDose;
import org.glidepath.facts.DoseStep;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.OrderedDose;
import org.glidepath.facts.Range;
import org.glidepath.facts.SwitchDose;
import org.glidepath.facts.SwitchPlan;
import org.glidepath.facts.SwitchStep;

/**
 * Finds in one call a benzodiazepine that is stopped or cut and another that is started in its
 * place.
 */
final class Switches {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Switches() {}

  /**
   * The switch from one drug to an order for another, and what can be computed of it.
   *
   * @param from the exposure that is stopped or cut
   * @param dose what is taken now; empty where it is not known
   * @param steps what the call makes of it, from today on
   * @param to the order that starts the other drug
   * @param toDose what that order asks for; empty where it cannot be computed
   */
  static List<Fact> facts(
      Exposure from,
      Optional<DailyDose> dose,
      List<DoseStep> steps,
      DraftOrder to,
      Optional<OrderedDose> toDose) {
    SwitchPlan plan = new SwitchPlan(from, to);
    List<Fact> facts = new ArrayList<>();
    facts.add(plan);
    if (dose.isEmpty() || steps.isEmpty()) {
      return facts;
    }
    Range before = dose.get().mg();
    facts.add(step(plan, before.high(), steps));
    Range replaced = before.minus(Range.of(steps.get(steps.size() - 1).mg()));
    if (plan.target().name().equals(Equivalents.REFERENCE) && toDose.isPresent()) {
      Equivalents.inDiazepam(from.drug(), replaced)
          .ifPresent(published -> facts.add(new SwitchDose(plan, toDose.get().mg(), published)));
    }
    return facts;
  }

  private static SwitchStep step(SwitchPlan plan, BigDecimal before, List<DoseStep> steps) {
    BigDecimal last = before;
    BigDecimal largest = BigDecimal.ZERO;
    int lastCutOn = 0;
    for (DoseStep step : steps) {
      if (step.mg().compareTo(last) < 0) {
        largest = largest.max(last.subtract(step.mg()));
        lastCutOn = Math.max(0, step.startDay());
      }
      last = step.mg();
    }
    BigDecimal percent =
        before.signum() == 0
            ? BigDecimal.ZERO
            : largest.multiply(HUNDRED).divide(before, MathContext.DECIMAL64);
    return new SwitchStep(plan, percent, lastCutOn, last.signum() == 0);
  }
}
