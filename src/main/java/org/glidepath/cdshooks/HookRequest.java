package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.glidepath.rulebook.Hook;

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
    Hook.named(hook).ifPresent(known -> requireContextOf(known, context));
    JsonNode prefetch = root.path("prefetch");
    if (!prefetch.isObject() && !prefetch.isMissingNode() && !prefetch.isNull()) {
      throw missing("$.prefetch", "an object of resources by key", prefetch);
    }
    return new HookRequest(
        hook,
        hookInstance,
        withPlainIds((ObjectNode) context),
        prefetch.isObject() ? prefetch : MissingNode.getInstance(),
        fhirAccess(root));
  }

  /** What the hook library asks for and an answer depends on. */
  private static void requireContextOf(Hook hook, JsonNode context) {
    hook.orders().ifPresent(member -> requireBundle("$.context." + member, context.path(member)));
    JsonNode encounter = context.path("encounterId");
    if (hook.aboutEncounter() && encounter.asText("").isBlank()) {
      throw missing("$.context.encounterId", "the id of the encounter", encounter);
    }
  }

  private static void requireBundle(String path, JsonNode orders) {
    boolean bundle = orders.path("resourceType").asText("Bundle").equals("Bundle");
    if (!orders.isObject() || !bundle) {
      throw missing(path, "a FHIR Bundle", orders);
    }
    JsonNode entries = orders.path("entry");
    if (!entries.isArray() && !entries.isMissingNode() && !entries.isNull()) {
      throw missing(path + ".entry", "an array", entries);
    }
  }

  /** The id of the patient. */
  String patientId() {
    return context.path("patientId").asText();
  }

  /** The resources being written, in their order; empty for a hook that brings none. */
  List<JsonNode> draftOrders() {
    List<JsonNode> orders = new ArrayList<>();
    String member = Hook.named(hook).flatMap(Hook::orders).orElse("");
    for (JsonNode entry : context.path(member).path("entry")) {
      if (entry.path("resource").isObject()) {
        orders.add(entry.path("resource"));
      }
    }
    return orders;
  }

  /** References of the orders that were just selected. */
  Set<String> selections() {
    Set<String> selections = new LinkedHashSet<>();
    context.path("selections").forEach(reference -> selections.add(reference.asText()));
    return selections;
  }

  /** Whether only the selected orders are of interest. */
  boolean selectionMatters() {
    return hook.equals("order-select") && context.path("selections").isArray();
  }

  /** Whether this hook brings orders. */
  boolean bringsOrders() {
    return Hook.named(hook).flatMap(Hook::orders).isPresent();
  }

  /** Some clients put the resource type in front. */
  private static JsonNode withPlainIds(ObjectNode context) {
    ObjectNode plain = context.objectNode();
    plain.setAll(context);
    plain.put("patientId", withoutType("Patient/", context.path("patientId")));
    if (context.path("encounterId").isTextual()) {
      plain.put("encounterId", withoutType("Encounter/", context.path("encounterId")));
    }
    return plain;
  }

  private static String withoutType(String type, JsonNode id) {
    String text = id.asText().strip();
    return text.startsWith(type) ? text.substring(type.length()) : text;
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
            : "is of the wrong kind (" + kind(seen) + ")";
    return new RefusedRequest(
        400, "required", path, path.substring(2) + " " + found + "; expected " + expected);
  }

  /** The JSON type, or of a FHIR resource its type: never the value. */
  private static String kind(JsonNode seen) {
    String resourceType = seen.path("resourceType").asText("");
    return resourceType.matches("[A-Z][A-Za-z]{1,40}")
        ? resourceType
        : seen.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
