package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: alcohol use disorder, or intoxication by alcohol.
 *
 * @param name what the record calls it
 * @param sources the condition
 */
public record AlcoholProblem(String name, List<Source> sources) implements Fact {}
