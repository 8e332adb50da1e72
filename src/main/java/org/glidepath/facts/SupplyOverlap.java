package org.glidepath.facts;

import java.util.List;

/**
 * A fill of one drug that came before the supply of the fill before it, at the same dose, had run
 * out.
 *
 * @param of the exposure
 * @param days how many days too early, 1 or more
 * @param daysAgo whole days since the early fill
 * @param sources the two fills
 */
public record SupplyOverlap(Exposure of, int days, int daysAgo, List<Source> sources)
    implements Fact {}
