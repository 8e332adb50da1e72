package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
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

  /** {@code Type/id}, or the type alone for a resource without an id. */
  static String reference(JsonNode resource) {
    String id = text(resource, "id");
    String type = text(resource, "resourceType");
    return id.isEmpty() ? type : type + "/" + id;
  }
}
