package org.glidepath.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glidepath.facts.Range;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.EventTiming;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/** How often a FHIR Timing says that something happens. */
final class TimingReader {

  static final String NO_FREQUENCY = "no frequency on the order";

  /** Every meal: how many of them there are a day is not said. */
  private static final Set<EventTiming> EVERY_MEAL =
      EnumSet.of(EventTiming.C, EventTiming.AC, EventTiming.PC);

  private TimingReader() {}

  /**
   * How often; unknown with a reason where the timing does not say. A code and a structured timing
   * that differ give the range that holds both.
   */
  static Rate rate(Timing timing) {
    Optional<Rate> structured = timing.hasRepeat() ? repeat(timing.getRepeat()) : Optional.empty();
    Optional<Rate> coded = code(timing);
    if (structured.isPresent() && coded.isPresent()) {
      return structured.get().or(coded.get());
    }
    return structured
        .or(() -> coded)
        .or(() -> SingleDoses.rate(timing))
        .orElseGet(() -> Rate.unknown(NO_FREQUENCY));
  }

  /** What the code of a timing is called: "3 times daily PRN"; empty where it has no name. */
  static String codeText(Timing timing) {
    return Stream.concat(
            timing.getCode().getCoding().stream().map(Coding::getDisplay),
            Stream.of(timing.getCode()).map(CodeableConcept::getText))
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  private static Optional<Rate> code(Timing timing) {
    for (Coding coding : timing.getCode().getCoding()) {
      Optional<Rate> rate = TimingCodes.rate(String.valueOf(coding.getCode()));
      if (rate.isPresent()) {
        return rate;
      }
    }
    String text = timing.getCode().getText();
    return text == null
        ? Optional.empty()
        : TimingCodes.rate(text).or(() -> Sig.read(text).flatMap(Sig::rate));
  }

  private static Optional<Rate> repeat(TimingRepeatComponent repeat) {
    int timesOfDay = timesOfDay(repeat);
    Optional<Rate> rate = periodic(repeat, timesOfDay);
    if (rate.isEmpty() && timesOfDay > 0) {
      rate = Optional.of(Rate.daily(timesOfDay));
    }
    if (!repeat.hasDayOfWeek()) {
      return rate.map(known -> withTimesOfDay(known, repeat, timesOfDay));
    }
    int days = repeat.getDayOfWeek().stream().collect(Collectors.toSet()).size();
    return Optional.of(onWeekdays(repeat, rate, Math.max(timesOfDay, 1), days));
  }

  /** {@code frequency} in {@code period}; empty where one of them is missing. */
  private static Optional<Rate> periodic(TimingRepeatComponent repeat, int timesOfDay) {
    Optional<Range> period = period(repeat);
    if (period.isEmpty() || repeat.getPeriodUnit() == null) {
      return Optional.empty();
    }
    if (repeat.hasFrequency()) {
      return frequency(repeat)
          .map(times -> Rate.spread(times, period.get(), unit(repeat.getPeriodUnit())))
          .or(() -> Optional.of(Rate.unknown("a frequency of zero or less")));
    }
    // Times of day say how often on a day of use, the period how many days there are.
    return timesOfDay == 0
        ? Optional.empty()
        : Rate.spread(Range.of(BigDecimal.ONE), period.get(), unit(repeat.getPeriodUnit()))
            .known()
            .filter(known -> known.timesPerDay().equals(Range.of(BigDecimal.ONE)))
            .map(known -> Rate.of(Range.of(BigDecimal.valueOf(timesOfDay)), known.daysPerWeek()));
  }

  private static Rate withTimesOfDay(Rate rate, TimingRepeatComponent repeat, int timesOfDay) {
    if (!repeat.hasFrequency() || timesOfDay == 0) {
      return rate;
    }
    Range named = Range.of(BigDecimal.valueOf(timesOfDay));
    return rate.known()
        .map(known -> Rate.of(known.timesPerDay().union(named), known.daysPerWeek()))
        .orElse(rate);
  }

  /**
   * On these days of the week only: {@code frequency} may count the doses of a day or of a week.
   */
  private static Rate onWeekdays(
      TimingRepeatComponent repeat, Optional<Rate> rate, int timesOfDay, int weekdays) {
    BigDecimal days = BigDecimal.valueOf(weekdays);
    Optional<Rate.Known> known = rate.flatMap(Rate::known);
    if (known.isEmpty()) {
      boolean nothingSaid = rate.isEmpty() && !repeat.hasPeriod() && !repeat.hasFrequency();
      return nothingSaid
          ? Rate.of(Range.of(BigDecimal.valueOf(timesOfDay)), Range.of(days))
          : rate.orElseGet(() -> Rate.unknown(NO_FREQUENCY));
    }
    boolean everyDay = known.get().daysPerWeek().low().compareTo(BigDecimal.valueOf(7)) == 0;
    if (repeat.getPeriodUnit() != UnitsOfTime.WK) {
      return everyDay ? rate.orElseThrow().onDays(Range.of(days)) : Rate.unknown(NO_FREQUENCY);
    }
    return perWeek(repeat, days);
  }

  private static Rate perWeek(TimingRepeatComponent repeat, BigDecimal days) {
    Range times = frequency(repeat).orElse(Range.of(BigDecimal.ONE));
    BigDecimal weeks = period(repeat).map(Range::high).orElse(BigDecimal.ONE);
    BigDecimal doses = times.high();
    if (doses.compareTo(days) < 0) {
      // "once a week on Monday and Friday": once on each of them, or on one of them
      BigDecimal least = times.low().divide(weeks, MathContext.DECIMAL64);
      BigDecimal most = days.divide(weeks, MathContext.DECIMAL64);
      return Rate.of(Range.of(BigDecimal.ONE), new Range(least.min(most), most));
    }
    Range perDay =
        new Range(
            times.low().divide(days, 0, RoundingMode.FLOOR).max(BigDecimal.ONE),
            doses.divide(days, 0, RoundingMode.CEILING));
    return Rate.of(perDay, Range.of(days.divide(weeks, MathContext.DECIMAL64)));
  }

  /** The times of the day that it names, by the clock or in FHIR's words. */
  static Set<String> dayTimes(Timing timing) {
    TimingRepeatComponent repeat = timing.getRepeat();
    return Stream.concat(
            repeat.getTimeOfDay().stream().map(time -> time.getValue()),
            repeat.getWhen().stream()
                .map(event -> event.getValue())
                .filter(event -> event != null)
                .map(EventTiming::toCode))
        .filter(time -> time != null)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static int timesOfDay(TimingRepeatComponent repeat) {
    if (repeat.hasTimeOfDay()) {
      return (int) repeat.getTimeOfDay().stream().map(time -> time.getValue()).distinct().count();
    }
    Set<EventTiming> events =
        repeat.getWhen().stream()
            .map(event -> event.getValue())
            .filter(event -> event != null)
            .collect(Collectors.toSet());
    return events.stream().anyMatch(EVERY_MEAL::contains) ? 0 : events.size();
  }

  private static Optional<Range> frequency(TimingRepeatComponent repeat) {
    if (!repeat.hasFrequency() || repeat.getFrequency() <= 0) {
      return Optional.empty();
    }
    BigDecimal low = BigDecimal.valueOf(repeat.getFrequency());
    BigDecimal high = BigDecimal.valueOf(repeat.getFrequencyMax());
    return Optional.of(new Range(low, repeat.hasFrequencyMax() ? high.max(low) : low));
  }

  private static Optional<Range> period(TimingRepeatComponent repeat) {
    if (!repeat.hasPeriod() || repeat.getPeriod().signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal low = repeat.getPeriod();
    return Optional.of(
        new Range(low, repeat.hasPeriodMax() ? repeat.getPeriodMax().max(low) : low));
  }

  private static Rate.Unit unit(UnitsOfTime unit) {
    return switch (unit) {
      case S -> Rate.Unit.SECOND;
      case MIN -> Rate.Unit.MINUTE;
      case H -> Rate.Unit.HOUR;
      case WK -> Rate.Unit.WEEK;
      case MO -> Rate.Unit.MONTH;
      case A -> Rate.Unit.YEAR;
      default -> Rate.Unit.DAY;
    };
  }
}
