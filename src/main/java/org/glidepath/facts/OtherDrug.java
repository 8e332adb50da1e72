package org.glidepath.facts;

import java.util.List;
import java.util.Set;

/**
 * A drug other than a benzodiazepine or Z-drug that at least one value set knows.
 *
 * @param name the drug as a person calls it, lower case
 * @param means ids of the value sets in {@code fhir-profiles/} that it belongs to
 * @param current whether it is being taken at the evaluation time
 * @param daysSinceLastUse whole days since the last day of use or of supply; 0 while current,
 *     {@link Integer#MAX_VALUE} where no date says
 * @param sources the order or statement
 */
public record OtherDrug(
    String name, Set<String> means, boolean current, int daysSinceLastUse, List<Source> sources)
    implements Fact {}
