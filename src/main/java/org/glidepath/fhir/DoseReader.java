package org.glidepath.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glidepath.facts.Range;
import org.glidepath.pharmacology.Estimate;
import org.glidepath.pharmacology.Product.Strength;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;

/** How much one dose is. */
final class DoseReader {

  static final String NO_DOSE = "no dose on the order";

  private DoseReader() {}

  /**
   * mg of one dose. Where the dose is said in several ways (as ordered, as calculated), the range
   * that holds all of them that can be computed.
   */
  static Estimate mg(Dosage dosage, Optional<Strength> strength) {
    List<Estimate> said = new ArrayList<>();
    for (DosageDoseAndRateComponent dose : dosage.getDoseAndRate()) {
      if (dose.hasDoseQuantity()) {
        said.add(quantity(dose.getDoseQuantity(), strength));
      } else if (dose.hasDoseRange()) {
        said.add(range(dose.getDoseRange(), strength));
      } else if (dose.hasRate()) {
        said.add(Infusion.mg(dose, dosage.getTiming().getRepeat(), strength));
      }
    }
    Optional<Range> known =
        said.stream().flatMap(estimate -> estimate.known().stream()).reduce(Range::union);
    return known
        .map(Estimate::of)
        .orElseGet(() -> said.stream().findFirst().orElse(Estimate.unknown(NO_DOSE)));
  }

  /** mg in a quantity of the product; below zero, open-ended and unitless amounts are unknown. */
  static Estimate quantity(Quantity quantity, Optional<Strength> strength) {
    BigDecimal value = quantity.getValue();
    if (value == null) {
      return Estimate.unknown(NO_DOSE);
    }
    if (value.signum() < 0) {
      return Estimate.unknown("a dose below zero");
    }
    if (quantity.hasComparator()) {
      return atMost(quantity)
          ? scaled(new Range(BigDecimal.ZERO, value), quantity, strength)
          : Estimate.unknown("a dose with no upper limit");
    }
    return scaled(Range.of(value), quantity, strength);
  }

  private static boolean atMost(Quantity quantity) {
    return quantity.getComparator() == QuantityComparator.LESS_THAN
        || quantity.getComparator() == QuantityComparator.LESS_OR_EQUAL;
  }

  private static Estimate range(org.hl7.fhir.r4.model.Range range, Optional<Strength> strength) {
    if (!range.getHigh().hasValue()) {
      return Estimate.unknown("a dose with no upper limit");
    }
    Estimate high = quantity(range.getHigh(), strength);
    Quantity lowQuantity = range.getLow().copy();
    if (!lowQuantity.hasCode() && !lowQuantity.hasUnit()) {
      lowQuantity.setSystem(range.getHigh().getSystem());
      lowQuantity.setCode(range.getHigh().getCode()).setUnit(range.getHigh().getUnit());
    }
    Estimate low =
        range.getLow().hasValue() ? quantity(lowQuantity, strength) : Estimate.of(Range.of("0"));
    return high.known()
        .flatMap(top -> low.known().map(bottom -> Estimate.of(bottom.union(top))))
        .orElse(high.known().isPresent() ? low : high);
  }

  private static Estimate scaled(Range value, Quantity quantity, Optional<Strength> strength) {
    if (value.zero()) {
      return Estimate.of(value);
    }
    String written = Quantities.written(quantity);
    if (written.isEmpty()) {
      return Estimate.unknown("no unit on the dose");
    }
    return Quantities.unit(quantity)
        .map(unit -> new Amount(value, unit).mg(strength))
        .orElseGet(() -> Estimate.unknown("unit \"" + written + "\" not understood"));
  }
}
