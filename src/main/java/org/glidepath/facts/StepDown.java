package org.glidepath.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * One step down that an order being written asks for, beside what it means in mg diazepam and on
 * the curve of receptor occupancy (source MAUD). Present only where a table lists the drug.
 *
 * @param before the dose before the step
 * @param after the dose after it; 0 for a stop
 * @param daysSinceLastCut whole days from the cut before this one; empty where there was none
 * @param fromDiazepamMg the dose before it in mg diazepam a day, highest published equivalent
 * @param diazepamMg the step in mg diazepam a day
 * @param occupancyPoints by how many percentage points the modelled occupancy falls
 */
public record StepDown(
    DoseStep before,
    DoseStep after,
    Optional<Integer> daysSinceLastCut,
    BigDecimal fromDiazepamMg,
    BigDecimal diazepamMg,
    BigDecimal occupancyPoints)
    implements Fact {

  /** The exposure whose dose is lowered. */
  public Exposure of() {
    return before.of();
  }

  /** The dose before the step in mg of the drug a day. */
  public BigDecimal fromMg() {
    return before.mg();
  }

  /** The step in mg of the drug a day. */
  public BigDecimal mg() {
    return before.mg().subtract(after.mg());
  }

  /** Whether it is known to come sooner than {@code days} days after the cut before it. */
  public boolean soonerThan(int days) {
    return daysSinceLastCut.isPresent() && daysSinceLastCut.get() < days;
  }

  /** The step in mg diazepam, to two decimals, for a sentence. */
  public BigDecimal roundedMg() {
    return diazepamMg.setScale(2, RoundingMode.HALF_UP);
  }

  /** The fall of occupancy to one decimal, for a sentence. */
  public BigDecimal roundedPoints() {
    return occupancyPoints.setScale(1, RoundingMode.HALF_UP);
  }

  @Override
  public List<Source> sources() {
    return Source.of(before, after);
  }
}
