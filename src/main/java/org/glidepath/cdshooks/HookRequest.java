package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A CDS Hooks request. Members that the specification does not name are ignored: clients add their
 * own.
 *
 * @param hook the hook that was triggered
 * @param hookInstance identifies this call for the client
 * @param context what is known from the workflow; its {@code patientId} is present
 * @param prefetch the prefetched data by key; a missing node where the client sent none
 * @param fhirAccess where data that was not sent may be fetched
 */
record HookRequest(
    String hook,
    String hookInstance,
    JsonNode context,
    JsonNode prefetch,
    Optional<FhirAccess> fhirAccess) {

  private static final Set<String> ORDER_HOOKS = Set.of("order-select", "order-sign");

  /**
   * Reads a request; throws {@link RefusedRequest} with status 400 and the JSON path of what is
   * wrong.
   */
  static HookRequest read(byte[] body) {
    JsonNode root = Json.parse(body);
    String hook = text(root, "hook");
    String hookInstance = text(root, "hookInstance");
    JsonNode context = root.path("context");
    if (!context.isObject()) {
      throw missing("$.context", "an object", context);
    }
    if (!context.path("patientId").isTextual() || context.path("patientId").asText().isBlank()) {
      throw missing("$.context.patientId", "the id of the patient", context.path("patientId"));
    }
    if (ORDER_HOOKS.contains(hook) && !context.path("draftOrders").isObject()) {
      throw missing("$.context.draftOrders", "a FHIR Bundle", context.path("draftOrders"));
    }
    JsonNode prefetch = root.path("prefetch");
    if (!prefetch.isObject() && !prefetch.isMissingNode() && !prefetch.isNull()) {
      throw missing("$.prefetch", "an object of resources by key", prefetch);
    }
    return new HookRequest(
        hook,
        hookInstance,
        withPlainPatientId(context),
        prefetch.isObject() ? prefetch : MissingNode.getInstance(),
        fhirAccess(root));
  }

  /** The id of the patient. */
  String patientId() {
    return context.path("patientId").asText();
  }

  /** The resources of {@code context.draftOrders}, in their order. */
  List<JsonNode> draftOrders() {
    List<JsonNode> orders = new ArrayList<>();
    for (JsonNode entry : context.path("draftOrders").path("entry")) {
      if (entry.path("resource").isObject()) {
        orders.add(entry.path("resource"));
      }
    }
    return orders;
  }

  /** References of the orders that were just selected. */
  Set<String> selections() {
    Set<String> selections = new java.util.LinkedHashSet<>();
    context.path("selections").forEach(reference -> selections.add(reference.asText()));
    return selections;
  }

  /** Whether only the selected orders are of interest. */
  boolean selectionMatters() {
    return hook.equals("order-select") && context.path("selections").isArray();
  }

  /** Whether this hook brings orders. */
  boolean bringsOrders() {
    return ORDER_HOOKS.contains(hook);
  }

  /** Some clients put the resource type in front. */
  private static JsonNode withPlainPatientId(JsonNode context) {
    String id = context.path("patientId").asText().strip();
    ObjectNode plain = JsonNodeFactory.instance.objectNode();
    plain.setAll((ObjectNode) context);
    plain.put("patientId", id.startsWith("Patient/") ? id.substring("Patient/".length()) : id);
    return plain;
  }

  private static Optional<FhirAccess> fhirAccess(JsonNode root) {
    String server = root.path("fhirServer").asText("");
    String token = root.path("fhirAuthorization").path("access_token").asText("");
    return server.isBlank()
        ? Optional.empty()
        : Optional.of(new FhirAccess(server, Optional.of(token).filter(value -> !value.isBlank())));
  }

  private static String text(JsonNode root, String member) {
    JsonNode value = root.path(member);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw missing("$." + member, "a string", value);
    }
    return value.asText();
  }

  private static RefusedRequest missing(String path, String expected, JsonNode seen) {
    String found =
        seen.getNodeType() == JsonNodeType.MISSING
            ? "is missing"
            : "is " + seen.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    return new RefusedRequest(
        400, "required", path, path.substring(2) + " " + found + "; expected " + expected);
  }
}
