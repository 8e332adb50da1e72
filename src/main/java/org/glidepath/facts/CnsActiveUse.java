package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a drug that acts on the central nervous system is taken, or being ordered.
 *
 * @param name the drug
 * @param sources the orders and statements
 */
public record CnsActiveUse(String name, List<Source> sources) implements Fact {}
