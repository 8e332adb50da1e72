package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * The patient's data of one call, still as JSON.
 *
 * @param patientId id of the patient, with or without {@code Patient/}
 * @param resources what was prefetched or fetched, bundles already unpacked
 * @param draftOrders all resources of {@code context.draftOrders}, Medication resources included
 * @param selections what the clinician has just selected, {@code MedicationRequest/1}
 * @param selectionMatters whether only selected orders count as selected (order-select); with every
 *     other hook all of them do
 */
public record ChartInput(
    String patientId,
    List<JsonNode> resources,
    List<JsonNode> draftOrders,
    Set<String> selections,
    boolean selectionMatters) {

  public ChartInput {
    resources = List.copyOf(resources);
    draftOrders = List.copyOf(draftOrders);
    selections = Set.copyOf(selections);
  }
}
