package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a condition for which a benzodiazepine may be needed beyond the usual few weeks.
 *
 * @param name what the record calls it
 * @param sources the condition, or the order that names it as its reason
 */
public record LongTermIndication(String name, List<Source> sources) implements Fact {}
