package org.glidepath.pharmacology;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One dosage instruction of an order or statement, as far as it can be computed.
 *
 * @param dailyMg mg of the drug on a day of use
 * @param daysPerWeek days of a week on which it is taken, 0 to 7
 * @param dosesPerDay how many equal doses a day of use has; empty where that is not certain
 * @param asNeeded taken only when needed; the figures are then upper limits where {@code
 *     daysPerWeek} starts at 0
 * @param from first day it holds for; empty where it holds from the start of the regimen
 * @param until last day it holds for; empty where it has no end of its own
 */
public record Instruction(
    Estimate dailyMg,
    Estimate daysPerWeek,
    Optional<Integer> dosesPerDay,
    boolean asNeeded,
    Optional<LocalDate> from,
    Optional<LocalDate> until) {}
