package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a benzodiazepine was given within a day and no overdose is suspected, so an antagonist
 * is for the sedation that it caused.
 *
 * @param name the benzodiazepine
 * @param sources the administration
 */
public record SedationReversal(String name, List<Source> sources) implements Fact {}
