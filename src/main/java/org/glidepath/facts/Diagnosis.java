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
 * @param sources the condition
 */
public record Diagnosis(
    String means,
    String name,
    boolean active,
    Optional<Integer> daysSinceOnset,
    List<Source> sources)
    implements Fact {}
