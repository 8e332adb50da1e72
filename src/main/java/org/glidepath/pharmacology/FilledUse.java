package org.glidepath.pharmacology;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.glidepath.facts.Range;

/** How much of a drug is taken as needed, told by how soon one fill follows another. */
final class FilledUse {

  private static final BigDecimal SEVEN = BigDecimal.valueOf(7);

  private FilledUse() {}

  /**
   * mg on a day of use of a drug for which nothing says how many doses a day has: one dose, or as
   * much as all days alike must have taken where that is more. Empty where the fills do not tell.
   *
   * @param fills what was handed over
   * @param singleMg mg of one dose
   */
  static Optional<Range> dayOfUse(Collection<Regimen> fills, Range singleMg) {
    return mgPerWeek(fills)
        .map(
            mg ->
                new Range(
                    singleMg.low().max(mg.low().divide(SEVEN, MathContext.DECIMAL64)),
                    singleMg.high().max(mg.high().divide(SEVEN, MathContext.DECIMAL64))));
  }

  /**
   * Days of use in a week, 0 to 7. Empty where the fills do not tell.
   *
   * @param fills what was handed over
   * @param dayOfUse mg on a day of use, from one dose to all that are allowed
   */
  static Optional<Range> daysPerWeek(Collection<Regimen> fills, Range dayOfUse) {
    if (dayOfUse.low().signum() <= 0) {
      return Optional.empty();
    }
    return mgPerWeek(fills)
        .map(
            mg ->
                new Range(
                    mg.low().divide(dayOfUse.high(), MathContext.DECIMAL64).min(SEVEN),
                    mg.high().divide(dayOfUse.low(), MathContext.DECIMAL64).min(SEVEN)));
  }

  /**
   * mg used up in a week: what was fetched before the last fill was used up on the day of that.
   * Between all fills on average, and between the last two: use that rises shows in these. Empty
   * with fewer than two fills whose day and amount are known.
   */
  private static Optional<Range> mgPerWeek(Collection<Regimen> fills) {
    NavigableMap<LocalDate, BigDecimal> mgOfDay = mgOfDay(fills);
    if (mgOfDay.size() < 2) {
      return Optional.empty();
    }
    LocalDate last = mgOfDay.lastKey();
    LocalDate before = mgOfDay.lowerKey(last);
    return Optional.of(
        Range.of(mgPerWeek(mgOfDay.headMap(last, false), last))
            .union(Range.of(mgPerWeek(mgOfDay.subMap(before, true, last, false), last))));
  }

  private static NavigableMap<LocalDate, BigDecimal> mgOfDay(Collection<Regimen> fills) {
    return fills.stream()
        .filter(fill -> fill.kind() == Regimen.Kind.DISPENSE)
        .filter(fill -> fill.from().isPresent())
        .filter(fill -> fill.suppliedMg().filter(mg -> mg.signum() > 0).isPresent())
        .collect(
            groupingBy(
                fill -> fill.from().orElseThrow(),
                TreeMap::new,
                mapping(
                    fill -> fill.suppliedMg().orElseThrow(),
                    reducing(BigDecimal.ZERO, BigDecimal::add))));
  }

  /** Of fills that are used up on a day after the last of them. */
  private static BigDecimal mgPerWeek(
      NavigableMap<LocalDate, BigDecimal> mgOfDay, LocalDate usedUp) {
    long days = ChronoUnit.DAYS.between(mgOfDay.firstKey(), usedUp);
    return mgOfDay.values().stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .multiply(SEVEN)
        .divide(BigDecimal.valueOf(days), MathContext.DECIMAL64);
  }
}
