package org.glidepath.fhir;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;
import org.glidepath.facts.Range;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.jspecify.annotations.Nullable;

/** How often a timing says that names single doses: on dates that it gives, or one dose in all. */
final class SingleDoses {

  private static final int WEEK = 7;

  private SingleDoses() {}

  /** How often; empty for a timing of another kind. */
  static Optional<Rate> rate(Timing timing) {
    TimingRepeatComponent repeat = timing.getRepeat();
    if (repeat.hasFrequency() || repeat.hasPeriod()) {
      return Optional.empty();
    }
    if (timing.hasEvent()) {
      return onDates(timing);
    }
    boolean once = repeat.hasCount() && repeat.getCount() == 1 && !repeat.hasCountMax();
    Range one = Range.of(BigDecimal.ONE);
    return once ? Optional.of(Rate.of(one, one)) : Optional.empty();
  }

  /** The doses of each day, and the days of a week over the time from the first to the last. */
  private static Optional<Rate> onDates(Timing timing) {
    if (timing.getEvent().stream().anyMatch(event -> !hasDay(event.getValueAsString()))) {
      return Optional.empty();
    }
    TreeMap<LocalDate, Long> doses =
        timing.getEvent().stream()
            .map(event -> LocalDate.parse(event.getValueAsString().substring(0, 10)))
            .collect(groupingBy(day -> day, TreeMap::new, counting()));
    long span = ChronoUnit.DAYS.between(doses.firstKey(), doses.lastKey()) + 1;
    BigDecimal daysPerWeek =
        BigDecimal.valueOf((long) WEEK * doses.size())
            .divide(BigDecimal.valueOf(Math.max(span, WEEK)), MathContext.DECIMAL64);
    Range times =
        new Range(
            BigDecimal.valueOf(Collections.min(doses.values())),
            BigDecimal.valueOf(Collections.max(doses.values())));
    return Optional.of(Rate.of(times, Range.of(daysPerWeek)));
  }

  private static boolean hasDay(@Nullable String date) {
    return date != null && date.length() >= 10;
  }
}
