package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a benzodiazepine holds back something that threatens life.
 *
 * @param indication what it holds back, as a phrase
 * @param sources the administration, the order or the condition
 */
public record LifeSavingUse(String indication, List<Source> sources) implements Fact {}
