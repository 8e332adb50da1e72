package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a reason why no taper is written by one click for this patient.
 *
 * @param reason the reason, as a phrase
 * @param sources what says so
 */
public record TaperObstacle(String reason, List<Source> sources) implements Fact {}
