package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The orders being written, as the call brought them. */
final class Orders {

  private Orders() {}

  /** Whether there is nothing to decide on yet: no medication order that names a medication. */
  static boolean empty(List<JsonNode> draftOrders) {
    return draftOrders.stream().noneMatch(Orders::namesMedication);
  }

  private static boolean namesMedication(JsonNode order) {
    JsonNode concept = order.path("medicationCodeableConcept");
    JsonNode reference = order.path("medicationReference");
    return order.path("resourceType").asText().equals("MedicationRequest")
        && (concept.path("text").asText("").length() > 0
            || concept.path("coding").size() > 0
            || reference.path("reference").asText("").length() > 0
            || reference.path("display").asText("").length() > 0);
  }
}
