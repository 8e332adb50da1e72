package org.glidepath.facts;

import java.util.List;

/**
 * Several orders, or several statements, of one drug are in force, and nothing says whether one of
 * them took the place of another. Both ends count: the low for a switch, the high for every risk.
 *
 * @param of the exposure
 * @param mg mg of the drug a day: from one of them alone to all together
 * @param sources the orders or statements
 */
public record ReplacementUnclear(Exposure of, Range mg, List<Source> sources) implements Fact {}
