package org.glidepath.fhir;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Quantity;

/** Whether a laboratory calls a value abnormal: codes of HL7 ObservationInterpretation. */
final class Interpretation {

  private static final Set<String> ABNORMAL =
      Set.of("A", "AA", "H", "HH", "HU", "L", "LL", "LU", "HX", "LX", "H>", "L<", "HH>", "LL<");

  private Interpretation() {}

  /** Abnormal or normal; empty where it says neither. */
  static Optional<Boolean> of(List<CodeableConcept> interpretations) {
    Optional<Boolean> normal = Optional.empty();
    for (CodeableConcept interpretation : interpretations) {
      for (Coding coding : interpretation.getCoding()) {
        if (ABNORMAL.contains(String.valueOf(coding.getCode()))) {
          return Optional.of(true);
        }
        if ("N".equals(coding.getCode())) {
          normal = Optional.of(false);
        }
      }
    }
    return normal;
  }

  /** Whether a value lies outside a range; empty where they are not in the same unit. */
  static Optional<Boolean> outside(Quantity value, ObservationReferenceRangeComponent range) {
    if (!value.hasValue() || !(range.getLow().hasValue() || range.getHigh().hasValue())) {
      return Optional.empty();
    }
    if (!comparable(value, range.getLow()) || !comparable(value, range.getHigh())) {
      return Optional.empty();
    }
    BigDecimal number = value.getValue();
    if (value.hasComparator()) {
      return beyond(value.getComparator().toCode(), number, range)
          ? Optional.of(true)
          : Optional.empty();
    }
    boolean below = range.getLow().hasValue() && number.compareTo(range.getLow().getValue()) < 0;
    boolean above = range.getHigh().hasValue() && number.compareTo(range.getHigh().getValue()) > 0;
    return Optional.of(below || above);
  }

  /** Whether all that lies below or above this limit is outside of the range. */
  private static boolean beyond(
      String comparator, BigDecimal limit, ObservationReferenceRangeComponent range) {
    return comparator.startsWith("<")
        ? range.getLow().hasValue() && limit.compareTo(range.getLow().getValue()) <= 0
        : range.getHigh().hasValue() && limit.compareTo(range.getHigh().getValue()) >= 0;
  }

  private static boolean comparable(Quantity value, Quantity bound) {
    String unit = Quantities.written(bound);
    return !bound.hasValue()
        || unit.isEmpty()
        || unit.equals(Quantities.written(value))
        || (value.hasCode() && value.getCode().equals(bound.getCode()));
  }
}
