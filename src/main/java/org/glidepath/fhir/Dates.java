package org.glidepath.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * Days of dates and times that may be known to the year or the month only.
 *
 * <p>The day is the one written, in the time zone it was written in; a moment that is not after the
 * evaluation time is never given a later day.
 */
final class Dates {

  private final Instant at;
  private final LocalDate today;

  Dates(Instant at) {
    this.at = at;
    this.today = at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The day of the evaluation time, in UTC. */
  LocalDate today() {
    return today;
  }

  /** The first day that a date can mean: 1 January for a year. Empty for no date. */
  Optional<LocalDate> earliest(@Nullable BaseDateTimeType date) {
    return day(date, false);
  }

  /** The last day that a date can mean: 31 December for a year. Empty for no date. */
  Optional<LocalDate> latest(@Nullable BaseDateTimeType date) {
    return day(date, true);
  }

  /** The first day that a period can begin. */
  Optional<LocalDate> start(@Nullable Period period) {
    return period == null ? Optional.empty() : earliest(period.getStartElement());
  }

  /** The last day that a period can end. */
  Optional<LocalDate> end(@Nullable Period period) {
    return period == null ? Optional.empty() : latest(period.getEndElement());
  }

  /** Whole days from a day to the evaluation date; below zero for a day to come. */
  int daysSince(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(day, today));
  }

  private Optional<LocalDate> day(@Nullable BaseDateTimeType date, boolean last) {
    if (date == null || date.getValue() == null) {
      return Optional.empty();
    }
    String text = date.getValueAsString();
    try {
      return Optional.of(
          switch (text.length()) {
            case 4 ->
                last ? Year.parse(text).atMonth(12).atEndOfMonth() : Year.parse(text).atDay(1);
            case 7 -> last ? YearMonth.parse(text).atEndOfMonth() : YearMonth.parse(text).atDay(1);
            default -> exact(text);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private LocalDate exact(String text) {
    LocalDate day = LocalDate.parse(text.substring(0, 10));
    boolean later = day.isAfter(today);
    if (later && text.length() > 19 && !OffsetDateTime.parse(text).toInstant().isAfter(at)) {
      return today;
    }
    return day;
  }
}
