package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a benzodiazepine or Z-drug is taken, or being ordered.
 *
 * @param name the drug
 * @param ordered whether it is being ordered; false where it is taken already
 * @param sources the orders and statements
 */
public record SedativeUse(String name, boolean ordered, List<Source> sources) implements Fact {}
