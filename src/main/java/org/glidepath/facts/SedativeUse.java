package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a benzodiazepine or Z-drug is taken, or being ordered.
 *
 * @param name the drug
 * @param sources the orders and statements
 */
public record SedativeUse(String name, List<Source> sources) implements Fact {}
