package org.glidepath.pharmacology;

import java.math.BigDecimal;

/**
 * The figures of a switch to diazepam, as {@code rules/conventions.yaml} states them with their
 * source.
 *
 * @param table the equivalence table that the site converts by: a column of the drug table
 * @param crossoverDays days over which one dose after the other is replaced
 * @param shortestDays fewest days from the first replaced dose to the last
 * @param largestSharePercent largest part of the daily dose that one step replaces, in percent
 * @param ceilingDiazepamMg mg diazepam a day that no switch exceeds
 */
public record SwitchFigures(
    String table,
    int crossoverDays,
    int shortestDays,
    BigDecimal largestSharePercent,
    BigDecimal ceilingDiazepamMg) {}
