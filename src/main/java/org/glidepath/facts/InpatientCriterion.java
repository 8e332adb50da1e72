package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a reason to taper as an inpatient or in residential care.
 *
 * @param reason the criterion, as a phrase
 * @param sources what says so
 */
public record InpatientCriterion(String reason, List<Source> sources) implements Fact {}
