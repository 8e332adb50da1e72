package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: the last value of a vital sign is one at which withdrawal has to be thought of.
 *
 * @param name the vital sign and its value with the unit, as a phrase
 * @param sources the observation
 */
public record AlarmingVitalSign(String name, List<Source> sources) implements Fact {}
