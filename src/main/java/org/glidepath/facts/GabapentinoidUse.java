package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: gabapentin or pregabalin is taken, or being ordered.
 *
 * @param name the drug
 * @param sources the order or statement
 */
public record GabapentinoidUse(String name, List<Source> sources) implements Fact {}
