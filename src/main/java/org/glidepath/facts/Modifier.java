package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: something that makes withdrawal harder for this patient. It slows the pace of a taper
 * and never changes the class of risk (rules catalogue, Conventions).
 *
 * @param of the exposure
 * @param reason the kind of it, as a phrase; the same for all that is of one kind, so that kinds
 *     can be told apart
 * @param sources what says so
 */
public record Modifier(Exposure of, String reason, List<Source> sources) implements Fact {}
