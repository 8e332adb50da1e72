package org.glidepath.pharmacology;

import java.math.BigDecimal;

/**
 * The figures of a taper, as {@code rules/conventions.yaml} states them with their source.
 *
 * @param usual the pace for most people
 * @param slow the pace where something makes withdrawal harder
 * @param phaseDays days that the first phase of a plan reaches before its review at the latest
 * @param ceiling what no taper exceeds
 * @param tail how a taper ends
 */
public record TaperFigures(Pace usual, Pace slow, int phaseDays, Ceiling ceiling, Tail tail) {

  /**
   * A pace.
   *
   * @param percent largest step, in percent of the dose before it, above 0 and below 100
   * @param intervalDays days from one step to the next
   */
  public record Pace(BigDecimal percent, int intervalDays) {}

  /**
   * The most that may be cut in a window of days.
   *
   * @param percent of the dose at the start of the window
   * @param days length of the window
   */
  public record Ceiling(BigDecimal percent, int days) {}

  /**
   * The tail of a taper, where percentages lose their meaning.
   *
   * @param fromDiazepamMg mg diazepam a day from which on downwards it is the tail
   * @param stepDiazepamMg largest step in mg diazepam a day
   * @param intervalDays fewest days from one step to the next
   * @param occupancyPoints largest change of the modelled receptor occupancy, in percentage points
   * @param halfOccupancyMg mg diazepam a day at which the model has half of the receptors occupied
   */
  public record Tail(
      BigDecimal fromDiazepamMg,
      BigDecimal stepDiazepamMg,
      int intervalDays,
      BigDecimal occupancyPoints,
      BigDecimal halfOccupancyMg) {

    /** Whether a daily dose belongs to the tail, in mg diazepam. */
    boolean holds(BigDecimal diazepamMg) {
      return diazepamMg.compareTo(fromDiazepamMg) <= 0;
    }
  }
}
