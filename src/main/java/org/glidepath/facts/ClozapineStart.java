package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: clozapine is being started, or was so lately that its dose is still being built up.
 *
 * @param name clozapine, as the record calls it
 * @param sources the order or statement
 */
public record ClozapineStart(String name, List<Source> sources) implements Fact {}
