package org.glidepath.facts;

import java.util.List;
import java.util.Optional;

/**
 * A fill of one drug that came before the supply of the fill before it, at the same dose, had run
 * out.
 *
 * @param of the exposure
 * @param days how many days too early, 1 or more
 * @param daysAgo whole days since the early fill
 * @param dailyMg mg a day that may have been taken between the two: from the dose of the first fill
 *     to what it comes to if all of it was used up; empty where that dose is not known
 * @param sources the two fills
 */
public record SupplyOverlap(
    Exposure of, int days, int daysAgo, Optional<Range> dailyMg, List<Source> sources)
    implements Fact {}
