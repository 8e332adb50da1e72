package org.glidepath.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A measured value, a score or a coded finding.
 *
 * @param means id of the value set in {@code fhir-profiles/} that its code belongs to; one fact for
 *     each set
 * @param value the number in {@code unitCode}; null for a coded finding
 * @param unitCode the UCUM code of the unit; empty where there is none
 * @param finding ids of the value sets that a coded value belongs to, or "true" and "false" for a
 *     boolean; empty for a number
 * @param severity how bad a symptom is, as coded or in a word; empty for anything else
 * @param abnormal whether the laboratory marked it high, low or abnormal, or the value lies outside
 *     the reference range it gave; empty where it gave neither
 * @param daysAgo whole days since it was measured; empty where no date was given
 * @param minutesAgo whole minutes since then; empty where no time of day was given
 * @param sources the observation, and the component where it has several
 */
public record Measurement(
    String means,
    @Nullable BigDecimal value,
    String unitCode,
    List<String> finding,
    Optional<Severity> severity,
    Optional<Boolean> abnormal,
    Optional<Integer> daysAgo,
    Optional<Integer> minutesAgo,
    List<Source> sources)
    implements Fact {

  private static final BigDecimal KILOGRAMS_IN_POUND = new BigDecimal("0.45359237");

  /** Whether it is known to have been measured within the last {@code days} days. */
  public boolean within(int days) {
    return daysAgo.isPresent() && daysAgo.get() <= days;
  }

  /** Whether it is a symptom that is known to be at least moderate. */
  public boolean moderateOrSevere() {
    return severity.filter(level -> level != Severity.MILD).isPresent();
  }

  /** Whether it is known to have been measured within the last {@code minutes} minutes. */
  public boolean withinMinutes(int minutes) {
    return minutesAgo.isPresent() && minutesAgo.get() <= minutes;
  }

  /** Whether it is known to be the newer of the two, by the minute where both times are known. */
  public boolean newerThan(Measurement other) {
    if (minutesAgo.isPresent() && other.minutesAgo.isPresent()) {
      return minutesAgo.get() < other.minutesAgo.get();
    }
    return daysAgo.isPresent() && other.daysAgo.isPresent() && daysAgo.get() < other.daysAgo.get();
  }

  /** The value of a weight in kg; empty where its unit is none of kg, g and pound. */
  public Optional<BigDecimal> kilograms() {
    if (value == null) {
      return Optional.empty();
    }
    return switch (unitCode) {
      case "kg" -> Optional.of(value);
      case "g" -> Optional.of(value.movePointLeft(3));
      case "[lb_av]" -> Optional.of(value.multiply(KILOGRAMS_IN_POUND));
      default -> Optional.empty();
    };
  }

  /** Whether it is known to be outside the reference range. */
  public boolean outsideReferenceRange() {
    return abnormal.orElse(false);
  }
}
