package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON trees that may hold anything anywhere; what is not as expected reads as empty. */
final class Json {

  private Json() {}

  /** The text of a field; empty where it is missing or no plain value. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
  }

  /**
   * The entries of a list. A single value where a list belongs counts as a list of one: some
   * senders write lists of one that way.
   */
  static List<JsonNode> list(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isArray()) {
      List<JsonNode> entries = new ArrayList<>(value.size());
      value.forEach(entries::add);
      return entries;
    }
    return value.isMissingNode() || value.isNull() ? List.of() : List.of(value);
  }

  /**
   * The code of a status that is a concept, {@code clinicalStatus}; a bare string, as before R4,
   * counts. Empty where there is none.
   */
  static String status(JsonNode resource, String element) {
    JsonNode status = resource.path(element);
    if (status.isTextual()) {
      return status.asText();
    }
    return list(status, "coding").stream()
        .map(coding -> text(coding, "code"))
        .filter(code -> !code.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** A resource or a part of one with nothing but these elements, as a resource of its type. */
  static ObjectNode slim(JsonNode resource, String type, List<String> elements) {
    ObjectNode slim = JsonNodeFactory.instance.objectNode().put("resourceType", type);
    for (String element : elements) {
      if (resource.has(element)) {
        slim.set(element, resource.path(element));
      }
    }
    return slim;
  }

  /** {@code Type/id}, or the type alone for a resource without an id. */
  static String reference(JsonNode resource) {
    String id = text(resource, "id");
    String type = text(resource, "resourceType");
    return id.isEmpty() ? type : type + "/" + id;
  }
}
