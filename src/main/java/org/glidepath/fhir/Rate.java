package org.glidepath.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.glidepath.facts.Range;
import org.glidepath.pharmacology.Estimate;

/**
 * How often a dose is taken.
 *
 * @param timesPerDay doses on a day of use
 * @param daysPerWeek days of use in a week, 0 to 7
 */
record Rate(Estimate timesPerDay, Estimate daysPerWeek) {

  private static final BigDecimal SEVEN = BigDecimal.valueOf(7);

  /** Doses a day beyond which a frequency is a mistake: one every quarter of an hour. */
  private static final BigDecimal MOST_PER_DAY = BigDecimal.valueOf(96);

  static Rate unknown(String reason) {
    return new Rate(Estimate.unknown(reason), Estimate.unknown(reason));
  }

  /** So many doses on each of so many days a week. */
  static Rate of(Range timesPerDay, Range daysPerWeek) {
    if (timesPerDay.low().signum() <= 0 || daysPerWeek.low().signum() < 0) {
      return unknown("a frequency of zero or less");
    }
    if (timesPerDay.high().compareTo(MOST_PER_DAY) > 0) {
      return unknown("more than " + MOST_PER_DAY + " doses a day");
    }
    return new Rate(Estimate.of(timesPerDay), Estimate.of(daysPerWeek));
  }

  /** So many doses every day. */
  static Rate daily(Range times) {
    return of(times, Range.of(SEVEN));
  }

  /** So many doses every day. */
  static Rate daily(int times) {
    return daily(Range.of(BigDecimal.valueOf(times)));
  }

  /** A unit of time as {@code days} days that hold {@code count} of it, both whole numbers. */
  enum Unit {
    SECOND(86_400, 1),
    MINUTE(1_440, 1),
    HOUR(24, 1),
    DAY(1, 1),
    WEEK(1, 7),
    MONTH(12, 365),
    YEAR(1, 365);

    private final BigDecimal count;
    private final BigDecimal days;

    Unit(int count, int days) {
      this.count = BigDecimal.valueOf(count);
      this.days = BigDecimal.valueOf(days);
    }
  }

  /**
   * {@code times} doses in every {@code period}, evenly spread: 14 in a week are 2 a day, 3 in a
   * week are one on each of 3 days.
   */
  static Rate spread(Range times, Range period, Unit unit) {
    if (times.low().signum() <= 0 || period.low().signum() <= 0) {
      return unknown("a frequency of zero or less");
    }
    Range perDay =
        new Range(
            perDay(times.low(), period.high(), unit), perDay(times.high(), period.low(), unit));
    boolean withinDay =
        period.certain()
            && perDay(BigDecimal.ONE, period.low(), unit).compareTo(BigDecimal.ONE) >= 0;
    Range timesPerDay =
        withinDay
            ? perDay
            : new Range(
                whole(perDay.low(), RoundingMode.FLOOR),
                whole(perDay.high(), RoundingMode.CEILING));
    return of(timesPerDay, new Range(daysOf(perDay.low()), daysOf(perDay.high())));
  }

  /** The same on no more than these days a week. */
  Rate onDays(Range days) {
    return new Rate(timesPerDay, Estimate.of(days));
  }

  /** How many doses a day of use has, where that is certain and a whole number. */
  Optional<Integer> wholeDosesPerDay() {
    return timesPerDay
        .known()
        .filter(Range::certain)
        .map(Range::high)
        .filter(times -> times.stripTrailingZeros().scale() <= 0)
        .map(BigDecimal::intValueExact);
  }

  /** Both figures, where they are known. */
  Optional<Known> known() {
    return timesPerDay
        .known()
        .flatMap(times -> daysPerWeek.known().map(days -> new Known(times, days)));
  }

  /** A rate with both figures. */
  record Known(Range timesPerDay, Range daysPerWeek) {}

  /** Within the one or the other; what one does not know, the other says. */
  Rate or(Rate other) {
    return known()
        .map(
            mine ->
                other
                    .known()
                    .map(
                        theirs ->
                            of(
                                mine.timesPerDay().union(theirs.timesPerDay()),
                                mine.daysPerWeek().union(theirs.daysPerWeek())))
                    .orElse(this))
        .orElse(other);
  }

  private static BigDecimal daysOf(BigDecimal perDay) {
    return perDay.multiply(SEVEN, MathContext.DECIMAL64).min(SEVEN);
  }

  private static BigDecimal whole(BigDecimal number, RoundingMode mode) {
    return number.setScale(0, mode).max(BigDecimal.ONE);
  }

  private static BigDecimal perDay(BigDecimal times, BigDecimal period, Unit unit) {
    return times.multiply(unit.count).divide(period.multiply(unit.days), MathContext.DECIMAL64);
  }
}
