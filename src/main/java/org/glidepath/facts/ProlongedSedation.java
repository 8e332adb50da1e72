package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: sedation by a benzodiazepine in hospital that went on long enough for physical
 * dependence.
 *
 * @param text what was given, as a phrase
 * @param sources the administrations or the orders
 */
public record ProlongedSedation(String text, List<Source> sources) implements Fact {}
