package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a symptom of withdrawal that appeared, or grew, after a cut.
 *
 * @param of the cut
 * @param name the symptom, or the scale that rose, as a phrase
 * @param sources what says so
 */
public record EmergentSymptom(RecentCut of, String name, List<Source> sources) implements Fact {}
