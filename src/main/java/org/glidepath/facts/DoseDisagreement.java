package org.glidepath.facts;

import java.util.List;

/**
 * What the patient is said to take and what is ordered or was dispensed for the same time differ,
 * or the coded fields and the text of one of them. The higher counts for every risk.
 *
 * @param of the exposure
 * @param lower the lowest daily dose that the record tells of, mg of the drug
 * @param higher the highest, above {@code lower}
 * @param inOneEntry whether one statement, order or fill tells of both
 * @param sources the statements, orders and fills that differ
 */
public record DoseDisagreement(
    Exposure of, Range lower, Range higher, boolean inOneEntry, List<Source> sources)
    implements Fact {}
