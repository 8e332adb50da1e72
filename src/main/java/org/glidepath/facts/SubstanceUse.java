package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a substance use disorder, by its diagnosis or by its treatment.
 *
 * @param name what the record calls it
 * @param opioid whether it is opioid use disorder
 * @param sources the condition or the order
 */
public record SubstanceUse(String name, boolean opioid, List<Source> sources) implements Fact {}
