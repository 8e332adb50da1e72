package org.glidepath.fhir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.glidepath.fhir.Units.Kind;
import org.hl7.fhir.r4.model.Quantity;
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

  /** A hundred years: more is a mistake. */
  private static final BigDecimal LONGEST = BigDecimal.valueOf(36_525);

  static Bounds of(TimingRepeatComponent repeat, Dates dates) {
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
    return NONE;
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
