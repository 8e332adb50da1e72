package org.glidepath.facts;

import java.util.List;
import java.util.Set;

/**
 * Inferred: a drug other than a benzodiazepine or Z-drug that is taken, or being ordered, and that
 * reaches the whole body.
 *
 * @param name the drug
 * @param means ids of the value sets in {@code fhir-profiles/} that it belongs to
 * @param sources the orders and statements
 */
public record ConcurrentDrug(String name, Set<String> means, List<Source> sources)
    implements Fact {}
