package org.glidepath.facts;

import java.util.List;

/**
 * Days on which fills of one drug left nothing to take, between the end of one supply and the next.
 *
 * @param of the exposure
 * @param days how many days, 1 or more
 * @param daysAgo whole days since the gap ended; 0 while it goes on
 * @param sources the fills before and after it
 */
public record SupplyGap(Exposure of, int days, int daysAgo, List<Source> sources) implements Fact {}
