package org.glidepath.facts;

import java.util.List;

/**
 * A drug that looks like a benzodiazepine or Z-drug (by a class code or by its name) but is not in
 * the drug table.
 *
 * @param text what the record calls it
 * @param ordered whether an order being written asks for it
 * @param sources the order or statement
 */
public record UnmappedDrug(String text, boolean ordered, List<Source> sources) implements Fact {}
