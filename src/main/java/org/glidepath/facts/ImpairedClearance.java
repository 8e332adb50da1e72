package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: liver or kidneys clear a benzodiazepine more slowly.
 *
 * @param finding what says so, as a phrase: "eGFR 24 mL/min/1.73 m2"
 * @param sources the condition or the observation
 */
public record ImpairedClearance(String finding, List<Source> sources) implements Fact {}
