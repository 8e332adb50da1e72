package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: the record speaks of suicidal thoughts now.
 *
 * @param name what says so: the diagnosis, or the answer to a questionnaire
 * @param sources the condition or the observation
 */
public record SuicidalThoughts(String name, List<Source> sources) implements Fact {}
