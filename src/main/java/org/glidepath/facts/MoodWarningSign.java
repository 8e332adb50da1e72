package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: disturbed sleep or mania, which a taper can bring on in bipolar or psychotic disorder.
 *
 * @param name what the record calls it
 * @param current whether the record shows that it is significant now; false where that has to be
 *     asked
 * @param sources the condition or the observation
 */
public record MoodWarningSign(String name, boolean current, List<Source> sources) implements Fact {}
