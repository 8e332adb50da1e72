package org.glidepath.facts;

import java.util.List;
import java.util.Optional;

/**
 * A fill of one drug that was fetched before the one before it, at the same dose, had run out.
 *
 * @param of the exposure
 * @param days how many days of supply were left from all fills before it, 1 or more
 * @param daysAgo whole days since the early fill
 * @param dailyMg mg a day that may have been taken until then: from the dose as instructed to what
 *     it comes to if all that was fetched was used up; empty where that dose is not known
 * @param sources the early fill, and those that something was left from
 */
public record SupplyOverlap(
    Exposure of, int days, int daysAgo, Optional<Range> dailyMg, List<Source> sources)
    implements Fact {}
