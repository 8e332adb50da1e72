package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glidepath.facts.Measurement;
import org.glidepath.facts.Source;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Measured values, scores and coded findings that a value set knows. */
final class ObservationReader {

  private static final Set<String> MEASURED =
      Set.of("final", "amended", "corrected", "preliminary");
  private static final List<String> ELEMENTS =
      List.of(
          "effectiveDateTime",
          "effectivePeriod",
          "effectiveInstant",
          "issued",
          "valueQuantity",
          "valueCodeableConcept",
          "valueBoolean",
          "valueInteger",
          "valueString",
          "dataAbsentReason",
          "interpretation",
          "referenceRange");

  private final Meanings meanings;
  private final Dates dates;

  ObservationReader(Meanings meanings, Dates dates) {
    this.meanings = meanings;
    this.dates = dates;
  }

  /** One measurement for each value set that the observation, or one of its components, is in. */
  List<Measurement> read(JsonNode json, Consumer<String> note) {
    if (!MEASURED.contains(Json.text(json, "status"))) {
      return List.of();
    }
    List<Part> parts = parts(json);
    if (parts.isEmpty()) {
      return List.of();
    }
    Observation whole = parse(json);
    When when = new When(daysAgo(whole), minutesAgo(json));
    if (when.daysAgo().filter(days -> days < 0).isPresent()) {
      return List.of();
    }
    List<Measurement> found = new ArrayList<>();
    for (Part part : parts) {
      Source source = new Source(Json.reference(json), part.valueElement());
      Observation value = part.element().isEmpty() ? whole : parse(part.json());
      part.means().forEach(id -> measurement(id, value, when, source, note).ifPresent(found::add));
    }
    return found;
  }

  /** The observation itself or one of its components, with the value sets that its code is in. */
  private record Part(JsonNode json, String element, Set<String> means) {

    /** Where the value is: {@code component[0].valueQuantity}. */
    String valueElement() {
      for (var field : json.properties()) {
        if (field.getKey().startsWith("value")) {
          return element.isEmpty() ? field.getKey() : element + "." + field.getKey();
        }
      }
      return element;
    }
  }

  /** How long ago it was measured, as far as the record says. */
  private record When(Optional<Integer> daysAgo, Optional<Integer> minutesAgo) {}

  /** The parts that a value set knows. */
  private List<Part> parts(JsonNode json) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(json, "", meanings.of(Coded.of(json.path("code")))));
    List<JsonNode> components = Json.list(json, "component");
    for (int i = 0; i < components.size(); i++) {
      JsonNode component = components.get(i);
      Set<String> means = meanings.of(Coded.of(component.path("code")));
      parts.add(new Part(component, "component[" + i + "]", means));
    }
    parts.removeIf(part -> part.means().isEmpty());
    return parts;
  }

  private Optional<Measurement> measurement(
      String id, Observation part, When when, Source source, Consumer<String> note) {
    if (part.hasDataAbsentReason() || !part.hasValue()) {
      return Optional.empty();
    }
    Type value = inNumbers(part.getValue(), id);
    MeasuredValue number = number(id, value, note);
    Coded coded = coded(value);
    List<String> finding =
        value instanceof BooleanType truth && truth.getValue() != null
            ? List.of(truth.getValueAsString())
            : List.copyOf(meanings.of(coded));
    boolean none = number.value() == null && number.limit() == null;
    if (none && finding.isEmpty() && !(value instanceof CodeableConcept)) {
      return Optional.empty();
    }
    return Optional.of(
        new Measurement(
            id,
            number.value(),
            number.limit(),
            number.comparator(),
            number.unitCode(),
            finding,
            meanings.severity(coded),
            abnormal(part, value),
            when.daysAgo(),
            when.minutesAgo(),
            List.of(source)));
  }

  /** A text as the quantity that it is, where the value set is of something that is measured. */
  private Type inNumbers(Type value, String id) {
    return value instanceof StringType text && text.hasValue() && !meanings.units(id).isEmpty()
        ? QuantityText.read(text.getValue()).<Type>map(quantity -> quantity).orElse(value)
        : value;
  }

  /** The number in a unit that the value set is measured in; none where it is in another. */
  private MeasuredValue number(String id, Type value, Consumer<String> note) {
    if (value instanceof Quantity quantity) {
      Optional<MeasuredValue> number = MeasuredValue.of(quantity, meanings.units(id));
      if (number.isEmpty()) {
        note.accept(
            "has a value in a unit that cannot be converted to %s; it was left out"
                .formatted(String.join(" or ", meanings.units(id))));
      }
      return number.orElse(MeasuredValue.NONE);
    }
    return value instanceof IntegerType integer && integer.getValue() != null
        ? MeasuredValue.of(BigDecimal.valueOf(integer.getValue()))
        : MeasuredValue.NONE;
  }

  /** What it says in codes, or in words. */
  private static Coded coded(Type value) {
    if (value instanceof CodeableConcept concept) {
      return Quantities.coded(concept);
    }
    return value instanceof StringType text && text.hasValue()
        ? Coded.NOTHING.andText(text.getValue())
        : Coded.NOTHING;
  }

  /** What the laboratory says; else where the value lies in the reference range it gives. */
  private static Optional<Boolean> abnormal(Observation part, Type value) {
    return Interpretation.of(part.getInterpretation())
        .or(
            () ->
                value instanceof Quantity quantity
                    ? part.getReferenceRange().stream()
                        .filter(ObservationReader::normalRange)
                        .findFirst()
                        .flatMap(range -> Interpretation.outside(quantity, range))
                    : Optional.empty());
  }

  private static boolean normalRange(ObservationReferenceRangeComponent range) {
    boolean normal =
        range.getType().getCoding().stream().anyMatch(type -> "normal".equals(type.getCode()));
    return normal || !range.hasType();
  }

  /** Whole days ago; below zero for a time to come. The earliest day where only a year is known. */
  private Optional<Integer> daysAgo(Observation observation) {
    Type effective = observation.getEffective();
    Optional<LocalDate> day = Optional.empty();
    if (effective instanceof DateTimeType date) {
      day = dates.earliest(date);
    } else if (effective instanceof InstantType instant) {
      day = dates.earliest(instant);
    } else if (effective instanceof Period period) {
      day =
          dates
              .end(period)
              .filter(end -> !end.isAfter(dates.today()))
              .or(() -> dates.start(period));
    }
    return day.or(() -> dates.earliest(observation.getIssuedElement())).map(dates::daysSince);
  }

  private Optional<Integer> minutesAgo(JsonNode json) {
    JsonNode period = json.path("effectivePeriod");
    return Stream.of(
            Json.text(json, "effectiveDateTime"),
            Json.text(json, "effectiveInstant"),
            Json.text(period, "end"),
            Json.text(period, "start"),
            Json.text(json, "issued"))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .flatMap(dates::moment)
        .map(dates::minutesSince);
  }

  /** An observation; a component has its values under the same names. */
  private static Observation parse(JsonNode json) {
    return FhirJson.parse(Json.slim(json, "Observation", ELEMENTS), Observation.class).resource();
  }
}
