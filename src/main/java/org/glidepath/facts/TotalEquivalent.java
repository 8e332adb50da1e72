package org.glidepath.facts;

import java.util.List;

/**
 * All benzodiazepines and Z-drugs in use together, as mg of oral diazepam a day. Present only where
 * at least one dose can be expressed so; doses that cannot are not in it.
 *
 * @param mg mg diazepam a day, lowest to highest over all published tables
 * @param drugs how many drugs are in it
 * @param sources the resources of all of them
 */
public record TotalEquivalent(Range mg, int drugs, List<Source> sources) implements Fact {}
