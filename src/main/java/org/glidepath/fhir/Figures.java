package org.glidepath.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.glidepath.facts.Range;
import org.glidepath.fhir.Stated.Limit;
import org.glidepath.pharmacology.Estimate;

/**
 * What one dosage instruction comes to.
 *
 * @param dailyMg mg on a day of use
 * @param daysPerWeek days of use in a week
 */
record Figures(Estimate dailyMg, Estimate daysPerWeek) {

  static final String USE_NOT_RECORDED = "taken as needed, use not recorded";

  private static final BigDecimal SEVEN = BigDecimal.valueOf(7);

  /** mg a day beyond which a dose of any benzodiazepine or Z-drug is a mistake in the record. */
  private static final BigDecimal MOST_MG = BigDecimal.valueOf(2000);

  /**
   * The figures of an instruction. Taken as needed, a day of use has between one dose and all that
   * are allowed, and a week between none and all of the days that are allowed.
   */
  static Figures of(Stated stated) {
    Optional<Range> dose = stated.dose().known();
    if (dose.isPresent() && dose.get().zero()) {
      return new Figures(stated.dose(), stated.rate().daysPerWeek());
    }
    Optional<Range> times = stated.rate().timesPerDay().known();
    Figures figures;
    if (!stated.asNeeded()) {
      Estimate daily =
          dose.isPresent() && times.isPresent()
              ? Estimate.of(dose.get().times(times.get()))
              : dose.isPresent() ? stated.rate().timesPerDay() : stated.dose();
      figures = new Figures(daily, stated.rate().daysPerWeek());
    } else {
      figures = asNeeded(stated, dose, times);
    }
    return figures.plausible();
  }

  private static Figures asNeeded(Stated stated, Optional<Range> dose, Optional<Range> times) {
    boolean silent = stated.rate().equals(Rate.unknown(TimingReader.NO_FREQUENCY));
    Estimate days =
        silent
            ? Estimate.unknown(USE_NOT_RECORDED)
            : stated
                .rate()
                .daysPerWeek()
                .known()
                .map(known -> Estimate.of(new Range(BigDecimal.ZERO, known.high())))
                .orElse(stated.rate().daysPerWeek());
    if (dose.isEmpty()) {
      return new Figures(stated.dose(), days);
    }
    BigDecimal most = times.map(known -> dose.get().high().multiply(known.high())).orElse(null);
    Optional<Limit> limit = stated.most();
    if (limit.isPresent()) {
      Limit cap = limit.get();
      BigDecimal mg = cap.mg().high().min(most == null ? cap.mg().high() : most);
      Estimate capped =
          cap.days().compareTo(BigDecimal.ONE) > 0 ? capped(days, cap, dose.get()) : days;
      return new Figures(Estimate.of(new Range(dose.get().low().min(mg), mg)), capped);
    }
    return most == null
        ? new Figures(
            silent ? Estimate.unknown(USE_NOT_RECORDED) : stated.rate().timesPerDay(), days)
        : new Figures(Estimate.of(new Range(dose.get().low(), most)), days);
  }

  /** "No more than 4 doses a week" leaves no more than 4 days of use. */
  private static Estimate capped(Estimate days, Limit limit, Range dose) {
    if (dose.low().signum() == 0) {
      return days;
    }
    BigDecimal doses = limit.mg().high().divide(dose.low(), MathContext.DECIMAL64);
    BigDecimal perWeek = doses.multiply(SEVEN).divide(limit.days(), MathContext.DECIMAL64);
    return days.known()
        .map(known -> Estimate.of(new Range(BigDecimal.ZERO, known.high().min(perWeek))))
        .orElseGet(() -> Estimate.of(new Range(BigDecimal.ZERO, SEVEN.min(perWeek))));
  }

  private Figures plausible() {
    boolean absurd = dailyMg.known().filter(mg -> mg.high().compareTo(MOST_MG) > 0).isPresent();
    return absurd
        ? new Figures(Estimate.unknown("more than " + MOST_MG + " mg a day"), daysPerWeek)
        : this;
  }
}
