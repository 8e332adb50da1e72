package org.glidepath.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.glidepath.facts.Range;
import org.glidepath.fhir.Units.Kind;
import org.glidepath.fhir.Units.Unit;
import org.glidepath.pharmacology.Estimate;
import org.glidepath.pharmacology.Product.Strength;

/**
 * So many of a unit: 1 to 2 tablets, 5 mg, 2.5 mL.
 *
 * @param value how many, not below zero
 * @param unit of what
 */
record Amount(Range value, Unit unit) {

  /** As much so many times. */
  Amount times(Range count) {
    return new Amount(value.times(count), unit);
  }

  /** One of so many equal parts; empty where it does not come to a number with an end. */
  Optional<Amount> dividedBy(int parts) {
    BigDecimal by = BigDecimal.valueOf(parts);
    try {
      return Optional.of(
          new Amount(new Range(value.low().divide(by), value.high().divide(by)), unit));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Both together; of the same unit. */
  Amount plus(Amount other) {
    return new Amount(value.plus(other.value), unit);
  }

  /** mg of the drug in this much of a product of this strength. */
  Estimate mg(Optional<Strength> strength) {
    if (unit.kind() == Kind.MASS) {
      return Estimate.of(value.times(unit.factor()));
    }
    if (unit.kind() == Kind.TIME) {
      return Estimate.unknown("unit \"" + unit.name() + "\" not understood");
    }
    if (strength.isEmpty()) {
      return Estimate.unknown("strength of the product not known");
    }
    return perUnit(strength.get())
        .map(mg -> Estimate.of(value.times(unit.factor()).times(mg)))
        .orElseGet(
            () ->
                Estimate.unknown(
                    "strength of the product is per "
                        + strength.get().unit()
                        + ", the dose is in "
                        + unit.name()));
  }

  /** mg in one piece or mL; empty where the strength is for something else. */
  private Optional<BigDecimal> perUnit(Strength strength) {
    Optional<Unit> per = Units.of(strength.unit());
    boolean fits =
        per.isPresent()
            && per.get().kind() == unit.kind()
            && (unit.kind() != Kind.COUNTED || per.get().name().equals(unit.name()));
    return fits
        ? Optional.of(
            strength
                .mg()
                .divide(strength.per().multiply(per.get().factor()), MathContext.DECIMAL64))
        : Optional.empty();
  }
}
