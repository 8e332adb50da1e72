package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glidepath.facts.PlannedStep;
import org.glidepath.facts.Range;

/**
 * A switch to diazepam, one dose of the day at a time (sources ASAM-18: over one to two weeks, not
 * days; SCOT-RS: the worked crossover).
 *
 * @param diazepamMg mg diazepam a day when it is complete
 * @param leaving steps of the old drug
 * @param arriving steps of diazepam
 */
record Crossover(BigDecimal diazepamMg, List<PlannedStep> leaving, List<PlannedStep> arriving) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal REFERENCE_MG = BigDecimal.TEN;

  /**
   * The switch; empty where a dose cannot be made, one step would take too much, or the diazepam
   * would lie outside the published range or above the ceiling.
   *
   * @param doses the doses of a day of the old drug, mg each
   * @param old its tablets
   * @param diazepam tablets of diazepam
   * @param equivalentTo10Mg mg of the old drug equal to 10 mg diazepam by the table of the site
   * @param published mg diazepam equal to the daily dose, over all tables
   * @param figures the figures of a switch
   */
  static Optional<Crossover> of(
      List<BigDecimal> doses,
      Tablets old,
      Tablets diazepam,
      Range equivalentTo10Mg,
      Range published,
      SwitchFigures figures) {
    List<BigDecimal> parts = doses.size() == 1 ? halves(doses.get(0)) : doses;
    List<BigDecimal> replacements = new ArrayList<>();
    for (BigDecimal part : parts) {
      BigDecimal equal =
          part.multiply(REFERENCE_MG).divide(equivalentTo10Mg.high(), MathContext.DECIMAL64);
      diazepam.largestUpTo(equal).ifPresent(replacements::add);
    }
    int interval = figures.crossoverDays() / parts.size();
    BigDecimal total = sum(replacements);
    boolean possible =
        parts.stream().allMatch(old::make)
            && replacements.size() == parts.size()
            && interval * (parts.size() - 1) >= figures.shortestDays()
            && largestShare(parts).compareTo(figures.largestSharePercent()) <= 0
            && total.compareTo(figures.ceilingDiazepamMg()) <= 0
            && total.compareTo(published.low()) >= 0
            && total.compareTo(published.high()) <= 0;
    return possible
        ? Optional.of(steps(parts, replacements, old, diazepam, interval))
        : Optional.empty();
  }

  private static Crossover steps(
      List<BigDecimal> parts,
      List<BigDecimal> replacements,
      Tablets old,
      Tablets diazepam,
      int interval) {
    List<PlannedStep> leaving = new ArrayList<>();
    List<PlannedStep> arriving = new ArrayList<>();
    int count = parts.size();
    for (int replaced = 1; replaced <= count; replaced++) {
      int startDay = (replaced - 1) * interval;
      List<BigDecimal> kept = parts.subList(0, count - replaced);
      List<BigDecimal> taken = replacements.subList(count - replaced, count);
      if (!kept.isEmpty()) {
        leaving.add(step(replaced, startDay, Optional.of(interval), kept, old));
      }
      Optional<Integer> days = replaced == count ? Optional.empty() : Optional.of(interval);
      arriving.add(step(replaced, startDay, days, taken, diazepam));
    }
    return new Crossover(sum(replacements), leaving, arriving);
  }

  private static PlannedStep step(
      int number, int startDay, Optional<Integer> days, List<BigDecimal> doses, Tablets tablets) {
    return new PlannedStep(number, startDay, days, sum(doses), tablets.doses(doses));
  }

  /** One dose a day is taken away in two halves. */
  private static List<BigDecimal> halves(BigDecimal dose) {
    BigDecimal half = dose.divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
    return List.of(half, half);
  }

  private static BigDecimal largestShare(List<BigDecimal> parts) {
    return parts.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::max)
        .multiply(HUNDRED)
        .divide(sum(parts), MathContext.DECIMAL64);
  }

  private static BigDecimal sum(List<BigDecimal> doses) {
    return doses.stream().reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros();
  }
}
