package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: something about this patient that makes withdrawal from this drug more severe, beside
 * the dose and the time that the risk table counts.
 *
 * @param of the exposure
 * @param reason what it is, as a phrase
 * @param sources what says so
 */
public record SeverityFactor(Exposure of, String reason, List<Source> sources) implements Fact {}
