package org.glidepath.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The number of an observation, in a unit that the rules expect.
 *
 * @param value the number; null where it is not known, and where only a limit is
 * @param limit what the value is below or above; null where there is none
 * @param comparator "&lt;", "&lt;=", "&gt;" or "&gt;=" before the limit; empty without one
 * @param unitCode the UCUM code of the unit; empty where it has none
 */
record MeasuredValue(
    @Nullable BigDecimal value, @Nullable BigDecimal limit, String comparator, String unitCode) {

  /** No number at all. */
  static final MeasuredValue NONE = new MeasuredValue(null, null, "", "");

  /** Digits that no laboratory exceeds. */
  private static final MathContext PRECISION = new MathContext(6);

  /** Beyond so many digits a number is a mistake, and one of 1e999999999 would fill the memory. */
  private static final int MOST_DIGITS = 15;

  /** A number without a unit: a score. */
  static MeasuredValue of(BigDecimal number) {
    return new MeasuredValue(number, null, "", "");
  }

  /**
   * A quantity as it stands, where no unit is expected or it has none; else in the first of the
   * expected units that UCUM can convert it to. Empty where it can convert it to none.
   */
  static Optional<MeasuredValue> of(Quantity quantity, List<String> expected) {
    BigDecimal number = quantity.getValue();
    if (number == null || Math.abs(number.precision() - number.scale()) > MOST_DIGITS) {
      return Optional.of(NONE);
    }
    String unit = Quantities.ucum(quantity);
    boolean asItStands =
        expected.isEmpty() || expected.contains(unit) || Quantities.written(quantity).isEmpty();
    if (asItStands) {
      return Optional.of(of(quantity, number, unit));
    }
    for (String other : expected) {
      Optional<BigDecimal> factor = Units.factor(unit, other);
      if (factor.isPresent()) {
        BigDecimal converted = plain(number.multiply(factor.get()).round(PRECISION));
        return Optional.of(of(quantity, converted, other));
      }
    }
    return Optional.empty();
  }

  private static MeasuredValue of(Quantity quantity, BigDecimal number, String unit) {
    return quantity.hasComparator()
        ? new MeasuredValue(null, number, quantity.getComparator().toCode(), unit)
        : new MeasuredValue(number, null, "", unit);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
