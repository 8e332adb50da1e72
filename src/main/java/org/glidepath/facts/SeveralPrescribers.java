package org.glidepath.facts;

import java.util.List;

/**
 * Orders of one drug that are in force at the same time are from more than one prescriber.
 *
 * @param of the exposure
 * @param count how many prescribers, 2 or more
 * @param sources their orders
 */
public record SeveralPrescribers(Exposure of, int count, List<Source> sources) implements Fact {}
