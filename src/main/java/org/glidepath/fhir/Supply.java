package org.glidepath.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.glidepath.pharmacology.Instruction;
import org.glidepath.pharmacology.Product.Strength;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestDispenseRequestComponent;
import org.hl7.fhir.r4.model.Quantity;

/** How long a supply lasts. */
final class Supply {

  /** Refills beyond which a number is a mistake. */
  private static final int MOST_REPEATS = 99;

  /** Days beyond which a supply is a mistake. */
  private static final int MOST_DAYS = 3660;

  private Supply() {}

  /**
   * The last day that an ordered supply reaches, repeats included: by the expected duration, else
   * by the quantity at the lowest dose that is instructed. Empty where neither says.
   */
  static Optional<LocalDate> until(
      MedicationRequestDispenseRequestComponent supply,
      Optional<LocalDate> start,
      List<Instruction> instructions,
      Optional<Strength> strength) {
    int repeats = supply.hasNumberOfRepeatsAllowed() ? supply.getNumberOfRepeatsAllowed() : 0;
    if (start.isEmpty() || repeats < 0 || repeats > MOST_REPEATS) {
      return Optional.empty();
    }
    return Bounds.days(supply.getExpectedSupplyDuration())
        .or(() -> days(supply.getQuantity(), instructions, strength))
        .map(days -> days * (1L + repeats))
        .filter(days -> days <= MOST_DAYS)
        .map(days -> start.get().plusDays(days - 1));
  }

  /** Days that a quantity lasts at one regular instruction; empty where use is not regular. */
  static Optional<Integer> days(
      Quantity quantity, List<Instruction> instructions, Optional<Strength> strength) {
    if (quantity.getValue() == null || instructions.size() != 1 || instructions.get(0).asNeeded()) {
      return Optional.empty();
    }
    Instruction only = instructions.get(0);
    return DoseReader.quantity(quantity, strength)
        .known()
        .flatMap(
            mg ->
                only.dailyMg()
                    .known()
                    .flatMap(
                        daily ->
                            only.daysPerWeek()
                                .known()
                                .flatMap(
                                    days -> days(mg.high(), daily.low().multiply(days.low())))));
  }

  private static Optional<Integer> days(BigDecimal mg, BigDecimal perWeek) {
    if (mg.signum() <= 0 || perWeek.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal days =
        mg.multiply(BigDecimal.valueOf(7))
            .divide(perWeek, MathContext.DECIMAL64)
            .setScale(0, RoundingMode.FLOOR);
    return days.signum() > 0 && days.compareTo(BigDecimal.valueOf(MOST_DAYS)) <= 0
        ? Optional.of(days.intValue())
        : Optional.empty();
  }
}
