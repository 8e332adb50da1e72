package org.glidepath.facts;

import java.math.BigDecimal;

/**
 * Tablets or capsules of one strength that a dose is made of.
 *
 * @param count how many whole ones; 1 where {@code half} is set
 * @param half whether it is half of one
 * @param mg strength of one in mg
 * @param unit "tablet" or "capsule"
 * @param last whether it is the last part of the dose, for a list in a sentence
 */
public record TabletCount(int count, boolean half, BigDecimal mg, String unit, boolean last) {}
