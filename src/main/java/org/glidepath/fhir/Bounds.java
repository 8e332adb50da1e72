package org.glidepath.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.glidepath.fhir.Units.Kind;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;

/**
 * From when until when a dosage instruction holds, as far as it says.
 *
 * @param from first day; empty where it does not say
 * @param until last day; empty where it does not say
 * @param days how many days; empty where it does not say; the longest where it gives a range
 */
record Bounds(Optional<LocalDate> from, Optional<LocalDate> until, Optional<Integer> days) {

  static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty(), Optional.empty());

  private static final BigDecimal SEVEN = BigDecimal.valueOf(7);

  /** A hundred years: more is a mistake. */
  private static final BigDecimal LONGEST = BigDecimal.valueOf(36_525);

  /** The bounds of a timing; without any, from its first event to its last, or by its count. */
  static Bounds of(Timing timing, Rate rate, Dates dates) {
    TimingRepeatComponent repeat = timing.getRepeat();
    if (repeat.hasBoundsPeriod()) {
      return new Bounds(
          dates.start(repeat.getBoundsPeriod()),
          dates.end(repeat.getBoundsPeriod()),
          Optional.empty());
    }
    if (repeat.hasBoundsDuration()) {
      return lasting(days(repeat.getBoundsDuration()));
    }
    if (repeat.hasBoundsRange()) {
      return lasting(days(repeat.getBoundsRange().getHigh()));
    }
    if (timing.hasEvent()) {
      List<LocalDate> events =
          timing.getEvent().stream().flatMap(event -> dates.earliest(event).stream()).toList();
      return new Bounds(
          events.stream().min(LocalDate::compareTo),
          events.stream().max(LocalDate::compareTo),
          Optional.empty());
    }
    return repeat.hasCount() ? lasting(days(repeat, rate)) : NONE;
  }

  /** Days that a count of doses takes at this rate, at the longest. */
  private static Optional<Integer> days(TimingRepeatComponent repeat, Rate rate) {
    BigDecimal doses =
        BigDecimal.valueOf(repeat.hasCountMax() ? repeat.getCountMax() : repeat.getCount());
    return rate.known()
        .map(known -> known.timesPerDay().low().multiply(known.daysPerWeek().low()))
        .filter(perWeek -> perWeek.signum() > 0 && doses.signum() > 0)
        .map(perWeek -> doses.multiply(SEVEN).divide(perWeek, MathContext.DECIMAL64))
        .filter(days -> days.compareTo(LONGEST) <= 0)
        .map(days -> days.setScale(0, RoundingMode.CEILING).intValue());
  }

  /** So many days long. */
  static Bounds lasting(Optional<Integer> days) {
    return new Bounds(Optional.empty(), Optional.empty(), days);
  }

  /** Whether it says nothing. */
  boolean none() {
    return equals(NONE);
  }

  /**
   * Whole days in a duration, rounded up; a month has 31. Empty for no duration of a day or more.
   */
  static Optional<Integer> days(Quantity duration) {
    if (duration.getValue() == null || duration.getValue().signum() <= 0) {
      return Optional.empty();
    }
    return Quantities.unit(duration)
        .filter(unit -> unit.kind() == Kind.TIME)
        .map(unit -> unit.name().equals("mo") ? BigDecimal.valueOf(31) : unit.factor())
        .map(factor -> factor.multiply(duration.getValue()))
        .filter(days -> days.compareTo(LONGEST) <= 0)
        .map(days -> days.setScale(0, RoundingMode.CEILING).intValue());
  }
}
