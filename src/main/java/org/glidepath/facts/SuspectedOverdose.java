package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: an overdose is suspected, by the reason for the order or by a new diagnosis.
 *
 * @param name what says so, as the record calls it
 * @param sources the order or the condition
 */
public record SuspectedOverdose(String name, List<Source> sources) implements Fact {}
