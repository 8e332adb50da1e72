package org.glidepath.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
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

  /** Length of {@code 2026-03-01T10:00}. */
  private static final int MINUTES = 16;

  private static final Pattern OFFSET = Pattern.compile("[Zz+-]");

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

  /** The evaluation time. */
  Instant now() {
    return at;
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

  /**
   * The moment of a date with a time of day; empty for a date without one, and for what is none.
   */
  Optional<Instant> moment(@Nullable String date) {
    if (date == null || date.length() < MINUTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          OFFSET.matcher(date).find(MINUTES)
              ? OffsetDateTime.parse(date).toInstant()
              : LocalDateTime.parse(date).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whole minutes from a moment to the evaluation time; 0 for a moment to come. */
  int minutesSince(Instant moment) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, ChronoUnit.MINUTES.between(moment, at)));
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
