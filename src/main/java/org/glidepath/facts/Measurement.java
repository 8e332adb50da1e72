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
 * @param value the number in {@code unitCode}; null for a coded finding, and where only a limit is
 *     known
 * @param limit what a value like "&lt;15" is below or above; null for a value that is known
 * @param comparator "&lt;", "&lt;=", "&gt;" or "&gt;=" before a limit; empty without one
 * @param unitCode the UCUM code of the unit, one of those that the value set states where it states
 *     any; empty where there is none
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
    @Nullable BigDecimal limit,
    String comparator,
    String unitCode,
    List<String> finding,
    Optional<Severity> severity,
    Optional<Boolean> abnormal,
    Optional<Integer> daysAgo,
    Optional<Integer> minutesAgo,
    List<Source> sources)
    implements Fact {

  /** Whether it is known to be less than this; "&lt;15" is below 15, and below 30. */
  public boolean below(double number) {
    int difference = compare(number);
    return value != null
        ? difference < 0
        : (comparator.equals("<") && difference <= 0)
            || (comparator.equals("<=") && difference < 0);
  }

  /** Whether it is known to be more than this. */
  public boolean above(double number) {
    int difference = compare(number);
    return value != null
        ? difference > 0
        : (comparator.equals(">") && difference >= 0)
            || (comparator.equals(">=") && difference > 0);
  }

  /** Whether it is known to be this or more. */
  public boolean atLeast(double number) {
    int difference = compare(number);
    return value != null ? difference >= 0 : comparator.startsWith(">") && difference >= 0;
  }

  /** The number as it is written in the rule: the shortest decimal that means it. */
  private int compare(double number) {
    BigDecimal known = value == null ? limit : value;
    return known == null ? 0 : known.compareTo(BigDecimal.valueOf(number));
  }

  /** As a laboratory prints it: "22" or "&lt;15"; empty for a coded finding. */
  public String text() {
    BigDecimal known = value == null ? limit : value;
    return known == null ? "" : comparator + known.toPlainString();
  }

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

  /** The value of a weight in kg; empty where its unit is not known. */
  public Optional<BigDecimal> kilograms() {
    return unitCode.equals("kg") ? Optional.ofNullable(value) : Optional.empty();
  }

  /** Whether it is known to be outside the reference range. */
  public boolean outsideReferenceRange() {
    return abnormal.orElse(false);
  }
}
