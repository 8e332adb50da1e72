package org.glidepath.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.glidepath.facts.Range;
import org.glidepath.fhir.Units.Kind;
import org.glidepath.fhir.Units.Unit;
import org.glidepath.pharmacology.Estimate;
import org.glidepath.pharmacology.Product.Strength;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.SimpleQuantity;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Type;

/** What runs in at a rate: 2 mg/h, or 4 mL in 2 hours. */
final class Infusion {

  private Infusion() {}

  /** mg of one infusion: the rate times how long it runs; unknown where one of them is not said. */
  static Estimate mg(
      DosageDoseAndRateComponent dose, TimingRepeatComponent repeat, Optional<Strength> strength) {
    return mg(dose.getRate(), hours(repeat), strength);
  }

  /** mg that run in at a rate within these hours. */
  static Estimate mg(Type rate, Optional<Range> hours, Optional<Strength> strength) {
    if (hours.isEmpty()) {
      return Estimate.unknown("an infusion rate, with no duration");
    }
    Optional<Estimate> perHour =
        rate instanceof Ratio ratio
            ? perHour(ratio, strength)
            : rate instanceof Quantity quantity ? perHour(quantity, strength) : Optional.empty();
    return perHour
        .map(mg -> mg.known().map(known -> Estimate.of(known.times(hours.get()))).orElse(mg))
        .orElse(Estimate.unknown("infusion rate not understood"));
  }

  private static Optional<Estimate> perHour(Ratio ratio, Optional<Strength> strength) {
    Quantity time = ratio.getDenominator();
    if (time.getValue() == null || time.getValue().signum() <= 0) {
      return Optional.empty();
    }
    return Quantities.unit(time)
        .flatMap(Infusion::hours)
        .map(
            hours ->
                over(
                    DoseReader.quantity(ratio.getNumerator(), strength),
                    hours.multiply(time.getValue())));
  }

  /** A rate in one unit, mg/h: the part before the slash, in the time after it. */
  private static Optional<Estimate> perHour(Quantity rate, Optional<Strength> strength) {
    String[] parts =
        (rate.hasCode() ? rate.getCode() : String.valueOf(rate.getUnit())).split("/", -1);
    if (parts.length != 2 || rate.getValue() == null) {
      return Optional.empty();
    }
    Quantity amount = new SimpleQuantity().setValue(rate.getValue()).setUnit(parts[0]);
    return Units.of(parts[1])
        .flatMap(Infusion::hours)
        .map(hours -> over(DoseReader.quantity(amount, strength), hours));
  }

  private static Estimate over(Estimate mg, BigDecimal hours) {
    return mg.known()
        .map(known -> Estimate.of(known.times(BigDecimal.ONE.divide(hours, MathContext.DECIMAL64))))
        .orElse(mg);
  }

  /** Hours in a unit of time. */
  private static Optional<BigDecimal> hours(Unit unit) {
    return unit.kind() == Kind.TIME
        ? Optional.of(
            unit.factor().multiply(BigDecimal.valueOf(24)).setScale(12, RoundingMode.HALF_UP))
        : Optional.empty();
  }

  private static Optional<Range> hours(TimingRepeatComponent repeat) {
    if (!repeat.hasDuration() || repeat.getDurationUnit() == null) {
      return Optional.empty();
    }
    BigDecimal low = repeat.getDuration();
    BigDecimal high = repeat.hasDurationMax() ? repeat.getDurationMax().max(low) : low;
    return Units.of(repeat.getDurationUnit().toCode())
        .flatMap(Infusion::hours)
        .filter(hours -> low.signum() > 0)
        .map(hours -> new Range(low, high).times(hours));
  }
}
