package org.glidepath.pharmacology;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Range;

/**
 * One dosage instruction of an order or statement, as far as it can be computed.
 *
 * @param dailyMg mg of the drug on a day of use
 * @param daysPerWeek days of a week on which it is taken, 0 to 7
 * @param singleMg mg of one dose; empty where that is not known or several instructions are blended
 * @param dosesPerDay how many equal doses a day of use has; empty where that is not certain
 * @param asNeeded taken only when needed; the figures are then upper limits where {@code
 *     daysPerWeek} starts at 0
 * @param dayTimes at which times of the day, in whatever words the record has for them; empty where
 *     it does not say
 * @param from first day it holds for; empty where it holds from the start of the regimen
 * @param until last day it holds for; empty where it has no end of its own
 * @param contradiction the two doses that it tells of, where its coded fields and its text differ;
 *     the figures then hold both
 */
public record Instruction(
    Estimate dailyMg,
    Estimate daysPerWeek,
    Optional<Range> singleMg,
    Optional<Integer> dosesPerDay,
    boolean asNeeded,
    Set<String> dayTimes,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Optional<Contradiction> contradiction) {

  public Instruction {
    dayTimes = Set.copyOf(dayTimes);
  }

  /** Whether it is meant for this day. */
  public boolean holds(LocalDate day) {
    return from.filter(day::isBefore).isEmpty() && until.filter(day::isAfter).isEmpty();
  }

  /** The same with a dose that is not known. */
  public Instruction ofUnknownDose(String reason) {
    return new Instruction(
        Estimate.unknown(reason),
        daysPerWeek,
        Optional.empty(),
        dosesPerDay,
        asNeeded,
        dayTimes,
        from,
        until,
        Optional.empty());
  }

  /** Whether it is for the same dose, and not for another time of the day. */
  boolean repeats(Instruction other) {
    boolean otherTime =
        !dayTimes.isEmpty()
            && !other.dayTimes.isEmpty()
            && dayTimes.stream().noneMatch(other.dayTimes::contains);
    return dailyMg.equals(other.dailyMg) && !otherTime;
  }
}
