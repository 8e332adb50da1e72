package org.glidepath.fhir;

import java.math.BigDecimal;
import java.util.Optional;
import org.glidepath.fhir.Stated.Limit;
import org.glidepath.fhir.Units.Kind;
import org.glidepath.pharmacology.Product.Strength;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Ratio;

/** The upper limit of what may be taken in a time. */
final class Limits {

  private Limits() {}

  /** {@code maxDosePerPeriod}; empty where there is none or it cannot be computed. */
  static Optional<Limit> of(Dosage dosage, Optional<Strength> strength) {
    Ratio ratio = dosage.getMaxDosePerPeriod();
    if (!ratio.hasNumerator() || !ratio.hasDenominator()) {
      return Optional.empty();
    }
    return DoseReader.quantity(ratio.getNumerator(), strength)
        .known()
        .flatMap(mg -> days(ratio.getDenominator()).map(days -> new Limit(mg, days)));
  }

  /** The daily maximum that a text states. */
  static Optional<Limit> of(Sig sig, Optional<Strength> strength) {
    return sig.mostPerDay()
        .flatMap(amount -> amount.mg(strength).known())
        .map(mg -> new Limit(mg, BigDecimal.ONE));
  }

  private static Optional<BigDecimal> days(Quantity time) {
    if (time.getValue() == null || time.getValue().signum() <= 0) {
      return Optional.empty();
    }
    return Quantities.unit(time)
        .filter(unit -> unit.kind() == Kind.TIME)
        .map(unit -> time.getValue().multiply(unit.factor()))
        // 24 h by way of UCUM's decimals is a hair off a day
        .map(days -> days.setScale(6, java.math.RoundingMode.HALF_UP).stripTrailingZeros());
  }
}
