package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: alcohol to excess, or a sedative that is no benzodiazepine or Z-drug, is used.
 *
 * @param name the diagnosis, the score or the drug
 * @param sources what says so
 */
public record AlcoholOrSedativeUse(String name, List<Source> sources) implements Fact {}
