package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The curve of receptor occupancy that the Maudsley schedules follow: 100 x D / (D + 24.7) percent
 * at D mg of diazepam a day (source MAUD; the formula is DERIVED from its table, which it meets to
 * 0.05 points). A heuristic for even steps, no measurement: no human curve was found.
 */
public final class Occupancy {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Occupancy() {}

  /**
   * Occupancy in percent, 0 to 100.
   *
   * @param diazepamMg mg diazepam a day, 0 or more
   * @param halfOccupancyMg mg diazepam a day with half of the receptors occupied, above 0
   */
  public static BigDecimal percent(BigDecimal diazepamMg, BigDecimal halfOccupancyMg) {
    return HUNDRED
        .multiply(diazepamMg)
        .divide(diazepamMg.add(halfOccupancyMg), MathContext.DECIMAL64);
  }

  /** How many percentage points of occupancy a step from one daily dose to a lower one takes. */
  public static BigDecimal points(
      BigDecimal fromDiazepamMg, BigDecimal toDiazepamMg, BigDecimal halfOccupancyMg) {
    return percent(fromDiazepamMg, halfOccupancyMg)
        .subtract(percent(toDiazepamMg, halfOccupancyMg));
  }
}
