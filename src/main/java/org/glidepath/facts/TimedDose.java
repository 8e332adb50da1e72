package org.glidepath.facts;

import java.math.BigDecimal;

/**
 * One dose among several.
 *
 * @param minute when it is given, in minutes from the evaluation time: below zero for one that was
 *     given
 * @param mg mg of the drug, the higher end where a range is given
 */
public record TimedDose(int minute, BigDecimal mg) {}
