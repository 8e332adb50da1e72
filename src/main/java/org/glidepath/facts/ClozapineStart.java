package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: clozapine is being started, or was so lately that its dose is still being built up.
 *
 * @param name clozapine, as the record calls it
 * @param raised whether a treatment that has lasted longer gets a higher dose
 * @param sources the order or statement
 */
public record ClozapineStart(String name, boolean raised, List<Source> sources) implements Fact {}
