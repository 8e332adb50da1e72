package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: the patient is in a taper or in withdrawal, or has ended regular use a short while ago.
 *
 * @param reason what says so, as a phrase
 * @param sources the use or the diagnosis
 */
public record TaperOrWithdrawal(String reason, List<Source> sources) implements Fact {}
