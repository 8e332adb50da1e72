package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: an opioid that is not only treatment of opioid use disorder is taken, or being ordered.
 *
 * @param name the opioid
 * @param ordered whether it is being ordered; false where it is taken already
 * @param sources the orders and statements
 */
public record OpioidUse(String name, boolean ordered, List<Source> sources) implements Fact {}
