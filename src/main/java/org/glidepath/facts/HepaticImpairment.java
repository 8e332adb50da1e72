package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a liver that cannot be trusted to clear an oxidised drug.
 *
 * @param name what says so: the diagnosis, or the laboratory value
 * @param sources the condition or the observation
 */
public record HepaticImpairment(String name, List<Source> sources) implements Fact {}
