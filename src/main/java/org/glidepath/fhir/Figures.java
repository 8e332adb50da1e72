package org.glidepath.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.glidepath.facts.Range;
import org.glidepath.fhir.Stated.Limit;
import org.glidepath.pharmacology.Contradiction;
import org.glidepath.pharmacology.Estimate;

/**
 * What one dosage instruction comes to.
 *
 * @param dailyMg mg on a day of use
 * @param daysPerWeek days of use in a week
 */
record Figures(Estimate dailyMg, Estimate daysPerWeek) {

  private static final Estimate USE_UNKNOWN = Estimate.unknown("taken as needed, use not recorded");

  /** What rounding to two digits may leave of a number: 10.5 as 10, a third of 10 as 3.3. */
  private static final BigDecimal ROUNDED_DOWN = new BigDecimal("0.95");

  private static final BigDecimal SEVEN = BigDecimal.valueOf(7);

  /** mg a day beyond which a dose of any benzodiazepine or Z-drug is a mistake in the record. */
  private static final BigDecimal MOST_MG = BigDecimal.valueOf(2000);

  /** mg a day below which a dose is a mistake too, unless it is zero: no product divides so far. */
  private static final BigDecimal LEAST_MG = new BigDecimal("0.001");

  /**
   * The figures of an instruction. Taken as needed, a day of use has between one dose and all that
   * are allowed, and a week between none and all of the days that are allowed.
   */
  static Figures of(Stated stated) {
    Optional<Range> dose = stated.dose().known();
    if (dose.isPresent() && dose.get().zero()) {
      return new Figures(stated.dose(), stated.rate().daysPerWeek());
    }
    Figures figures =
        stated.asNeeded()
            ? new Figures(atMost(stated, dose), capped(daysAtMost(stated), stated.most(), dose))
            : new Figures(scheduled(stated, dose), stated.rate().daysPerWeek());
    return figures.plausible();
  }

  /**
   * The daily doses of both, where they leave no room for each other: neither holds a part of the
   * other, and rounding does not explain it.
   */
  Optional<Contradiction> against(Figures other) {
    return dailyMg
        .known()
        .flatMap(
            mine ->
                other
                    .dailyMg
                    .known()
                    .map(
                        theirs ->
                            mine.high().compareTo(theirs.high()) < 0
                                ? new Contradiction(mine, theirs)
                                : new Contradiction(theirs, mine)))
        .filter(
            both -> both.lower().high().compareTo(both.higher().low().multiply(ROUNDED_DOWN)) < 0);
  }

  /** All doses of a day; where that is above the limit of a day, between the two. */
  private static Estimate scheduled(Stated stated, Optional<Range> dose) {
    Optional<Range> times = stated.rate().timesPerDay().known();
    if (dose.isEmpty() || times.isEmpty()) {
      return dose.isEmpty() ? stated.dose() : stated.rate().timesPerDay();
    }
    Range day = dose.get().times(times.get());
    BigDecimal low = aDay(stated.most()).map(day.low()::min).orElse(day.low());
    return Estimate.of(new Range(low, day.high()));
  }

  /** Between one dose and all that are allowed in a day. */
  private static Estimate atMost(Stated stated, Optional<Range> dose) {
    if (dose.isEmpty()) {
      return stated.dose();
    }
    Optional<BigDecimal> byTimes =
        stated.rate().timesPerDay().known().map(times -> dose.get().high().multiply(times.high()));
    Optional<BigDecimal> byLimit = stated.most().map(Limit::onOneDay);
    Optional<BigDecimal> most =
        byTimes.map(mg -> byLimit.map(mg::min).orElse(mg)).or(() -> byLimit);
    return most.map(mg -> Estimate.of(new Range(dose.get().low().min(mg), mg)))
        .orElseGet(() -> silent(stated) ? USE_UNKNOWN : stated.rate().timesPerDay());
  }

  private static Estimate daysAtMost(Stated stated) {
    if (silent(stated)) {
      return USE_UNKNOWN;
    }
    Estimate days = stated.rate().daysPerWeek();
    return days.known()
        .map(known -> Estimate.of(new Range(BigDecimal.ZERO, known.high())))
        .orElse(days);
  }

  private static boolean silent(Stated stated) {
    return stated.rate().equals(Rate.unknown(TimingReader.NO_FREQUENCY));
  }

  private static Optional<BigDecimal> aDay(Optional<Limit> most) {
    return most.filter(limit -> limit.days().compareTo(BigDecimal.ONE) == 0)
        .map(limit -> limit.mg().high());
  }

  /** "No more than 4 doses a week" leaves no more than 4 days of use. */
  private static Estimate capped(Estimate days, Optional<Limit> most, Optional<Range> dose) {
    boolean longer = most.filter(limit -> limit.days().compareTo(BigDecimal.ONE) > 0).isPresent();
    if (!longer || dose.isEmpty() || dose.get().low().signum() == 0) {
      return days;
    }
    Limit limit = most.orElseThrow();
    BigDecimal doses = limit.mg().high().divide(dose.get().low(), MathContext.DECIMAL64);
    BigDecimal perWeek = doses.multiply(SEVEN).divide(limit.days(), MathContext.DECIMAL64);
    BigDecimal allowed = days.known().map(Range::high).orElse(SEVEN);
    return Estimate.of(new Range(BigDecimal.ZERO, allowed.min(perWeek)));
  }

  private Figures plausible() {
    Optional<BigDecimal> most = dailyMg.known().map(Range::high);
    if (most.filter(mg -> mg.compareTo(MOST_MG) > 0).isPresent()) {
      return new Figures(Estimate.unknown("more than " + MOST_MG + " mg a day"), daysPerWeek);
    }
    boolean nothing = most.filter(mg -> mg.signum() > 0 && mg.compareTo(LEAST_MG) < 0).isPresent();
    return nothing
        ? new Figures(Estimate.unknown("less than " + LEAST_MG + " mg a day"), daysPerWeek)
        : this;
  }
}
