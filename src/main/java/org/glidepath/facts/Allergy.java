package org.glidepath.facts;

import java.util.List;
import java.util.Set;

/**
 * An allergy or intolerance on the record that is active, not refuted and not entered in error.
 *
 * @param name the substance as a person calls it, lower case
 * @param means ids of the value sets in {@code fhir-profiles/} that the substance belongs to; a
 *     drug of the drug table means "benzodiazepine-class"
 * @param sources the allergy
 */
public record Allergy(String name, Set<String> means, List<Source> sources) implements Fact {}
