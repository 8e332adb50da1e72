package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: what speaks against a drug that is ordered beside a taper.
 *
 * @param of the order
 * @param problem the problem, as a phrase
 * @param contraindicated whether it must not be given, and not only with care
 * @param sources what says so
 */
public record AdjunctProblem(
    DraftOrder of, String problem, boolean contraindicated, List<Source> sources) implements Fact {}
