package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Why something was ordered or given. */
final class Reasons {

  private final Records records;
  private final Meanings meanings;

  Reasons(Records records, Meanings meanings) {
    this.records = records;
    this.meanings = meanings;
  }

  /**
   * Ids of the value sets that the reasons belong to: as coded on the resource, or by the
   * conditions and observations it refers to.
   */
  Set<String> of(JsonNode resource) {
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode reason : Json.list(resource, "reasonCode")) {
      ids.addAll(meanings.of(Coded.of(reason)));
    }
    for (JsonNode reference : Json.list(resource, "reasonReference")) {
      records
          .resolve(reference, resource)
          .ifPresent(reason -> ids.addAll(meanings.of(Coded.of(reason.path("code")))));
    }
    return ids;
  }
}
