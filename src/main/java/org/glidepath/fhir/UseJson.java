package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Source;

/**
 * Prepares a resource for HAPI: only the elements that are asked for, and older or sloppier ways of
 * writing them turned into R4's.
 */
final class UseJson {

  /** Elements of a dosage that must be plain values; HAPI drops anything else without a word. */
  private static final Set<String> PLAIN =
      Set.of(
          "sequence",
          "text",
          "asNeededBoolean",
          "value",
          "comparator",
          "unit",
          "count",
          "countMax",
          "frequency",
          "frequencyMax",
          "period",
          "periodMax",
          "periodUnit",
          "duration",
          "durationUnit",
          "start",
          "end");

  private static final String PERIOD_UNIT = "/timing/repeat/periodUnit";

  /** FHIR's codes for units of time. */
  private static final Set<String> CODES = Set.of("s", "min", "h", "d", "wk", "mo", "a");

  private final ObjectNode slim = JsonNodeFactory.instance.objectNode();
  private final String reference;
  private String at;
  private boolean oldDose;
  private boolean spelledOut;
  private boolean damaged;

  /**
   * A resource cut down to these elements.
   *
   * @param dosageElement which of them holds dosages
   */
  UseJson(JsonNode resource, List<String> elements, String dosageElement) {
    reference = Json.reference(resource);
    at = Prescribed.element(resource);
    for (String element : elements) {
      JsonNode value = resource.path(element);
      if (!value.isMissingNode() && !value.isNull()) {
        slim.set(element, value);
      }
    }
    List<JsonNode> dosages = Json.list(resource, dosageElement);
    if (!dosages.isEmpty()) {
      ArrayNode normal = JsonNodeFactory.instance.arrayNode();
      dosages.forEach(dosage -> add(dosage, normal));
      boolean single = resource.path(dosageElement).isObject() && normal.size() == 1;
      at = dosageElement + (single || dosages.size() > 1 ? "" : "[0]");
      slim.set(dosageElement, single ? normal.get(0) : normal);
    }
  }

  /** The resource as HAPI may read it. */
  ObjectNode tree() {
    return slim;
  }

  /** The names of its elements, the dosages first. */
  List<String> elements() {
    List<String> names = new ArrayList<>();
    slim.fieldNames().forEachRemaining(name -> names.add(0, name));
    return names;
  }

  /** Where the dosage is; of a resource without one, where it names the drug. */
  Source source() {
    return new Source(reference, at);
  }

  /** Whether a dose stood outside of {@code doseAndRate}, as it did before R4. */
  boolean oldDose() {
    return oldDose;
  }

  /** Whether a unit of a timing was a word ("days") where FHIR has a code ("d"). */
  boolean spelledOut() {
    return spelledOut;
  }

  /** Whether a dosage holds something that is no dosage: none of its figures can be trusted. */
  boolean damaged() {
    return damaged;
  }

  private void add(JsonNode dosage, ArrayNode normal) {
    if (!(dosage instanceof ObjectNode object)) {
      damaged = true;
      return;
    }
    damaged |= !plain(object);
    if (object.path("text").isTextual() && object.path("text").asText().isBlank()) {
      add(object.deepCopy().without(List.of("text")), normal);
      return;
    }
    if (object.has("asNeededBoolean") && object.has("asNeededCodeableConcept")) {
      add(object.deepCopy().without(List.of("asNeededBoolean")), normal);
      return;
    }
    Optional<String> unit = codeOfWord(object.at(PERIOD_UNIT).asText());
    if (unit.isPresent()) {
      spelledOut = true;
      ObjectNode copy = object.deepCopy();
      ((ObjectNode) copy.at("/timing/repeat")).put("periodUnit", unit.get());
      add(copy, normal);
      return;
    }
    if (object.has("doseAndRate") || !(object.has("doseQuantity") || object.has("doseRange"))) {
      normal.add(object);
      return;
    }
    oldDose = true;
    ObjectNode copy = object.deepCopy();
    ObjectNode dose = JsonNodeFactory.instance.objectNode();
    for (String element : List.of("doseQuantity", "doseRange")) {
      JsonNode value = copy.remove(element);
      if (value != null) {
        dose.set(element, value);
      }
    }
    copy.set("doseAndRate", JsonNodeFactory.instance.arrayNode().add(dose));
    normal.add(copy);
  }

  /** The code of a unit of time that is spelled out; empty for a code and for any other word. */
  private static Optional<String> codeOfWord(String unit) {
    return CODES.contains(unit)
        ? Optional.empty()
        : Units.of(unit)
            .filter(time -> time.kind() == Units.Kind.TIME)
            .map(Units.Unit::name)
            .filter(CODES::contains);
  }

  private static boolean plain(JsonNode node) {
    if (node.isObject()) {
      for (var field : node.properties()) {
        boolean container = field.getValue().isContainerNode();
        if (container && (PLAIN.contains(field.getKey()) || !plain(field.getValue()))) {
          return false;
        }
      }
    }
    if (node.isArray()) {
      for (JsonNode entry : node) {
        if (!plain(entry)) {
          return false;
        }
      }
    }
    return true;
  }
}
