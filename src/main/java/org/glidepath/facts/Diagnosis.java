package org.glidepath.facts;

import java.util.List;
import java.util.Optional;

/**
 * A condition on the patient's record, not refuted and not entered in error.
 *
 * @param means id of the value set in {@code fhir-profiles/} that its code belongs to; one fact for
 *     each set
 * @param name what the record calls it
 * @param active whether it is active (or recurring, or relapsed); a condition without a clinical
 *     status counts as active
 * @param daysSinceOnset whole days since it began; empty where no date was given
 * @param severity how bad it is, as coded; empty where the record does not say
 * @param sources the condition
 */
public record Diagnosis(
    String means,
    String name,
    boolean active,
    Optional<Integer> daysSinceOnset,
    Optional<Severity> severity,
    List<Source> sources)
    implements Fact {

  /** Whether it is known to have begun within the last {@code days} days. */
  public boolean beganWithin(int days) {
    return daysSinceOnset.isPresent() && daysSinceOnset.get() <= days;
  }

  /** Whether it is known to be at least moderate. */
  public boolean moderateOrSevere() {
    return severity.filter(level -> level != Severity.MILD).isPresent();
  }
}
