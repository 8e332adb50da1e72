package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a sign of the electrocardiogram that warns of arrhythmia and seizures in an overdose.
 *
 * @param finding the sign, as a phrase: "QRS 124 ms"
 * @param sources the observation or the condition
 */
public record EcgDanger(String finding, List<Source> sources) implements Fact {}
