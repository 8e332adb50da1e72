package org.glidepath.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.UUID;
import org.glidepath.cdshooks.PrefetchTemplate;
import org.glidepath.rulebook.Hook;
import org.glidepath.rulebook.Service;

/** The hook call that an EHR with a case's bundle as its record would make. */
final class CaseRequest {

  private final TestCase testCase;
  private final Service service;
  private final List<JsonNode> record = new ArrayList<>();
  private final List<JsonNode> drafts = new ArrayList<>();

  private CaseRequest(TestCase testCase, Service service) {
    this.testCase = testCase;
    this.service = service;
    for (JsonNode entry : testCase.bundle().path("entry")) {
      JsonNode resource = entry.path("resource");
      (draft(resource) ? drafts : record).add(resource);
    }
    requireDrafts();
  }

  private void requireDrafts() {
    List<String> found = drafts.stream().map(draft -> draft.path("id").asText()).toList();
    for (String id : testCase.draftOrders().orElse(List.of())) {
      if (!found.contains(id)) {
        throw new ReplayException(
            testCase.name() + "/bundle.json:1:1: error: no MedicationRequest " + id);
      }
    }
  }

  /** The body of the call of this service. */
  static JsonNode of(TestCase testCase, Service service) {
    return new CaseRequest(testCase, service).request();
  }

  private boolean draft(JsonNode resource) {
    if (!resource.path("resourceType").asText().equals("MedicationRequest")) {
      return false;
    }
    return testCase
        .draftOrders()
        .map(ids -> ids.contains(resource.path("id").asText()))
        .orElse(resource.path("status").asText().equals("draft"));
  }

  private JsonNode request() {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("hook", testCase.hook());
    request.put("hookInstance", hookInstance());
    ObjectNode context = request.putObject("context");
    context.put("userId", "Practitioner/replay");
    context.put("patientId", id("Patient"));
    if (has("Encounter")) {
      context.put("encounterId", id("Encounter"));
    }
    Hook.named(testCase.hook()).flatMap(Hook::orders).ifPresent(name -> putOrders(context, name));
    ObjectNode prefetch = request.putObject("prefetch");
    BundleServer server = new BundleServer(record);
    for (Entry<String, String> template : service.prefetch().entrySet()) {
      if (!testCase.missing().contains(template.getKey())) {
        PrefetchTemplate.fill(template.getValue(), context)
            .ifPresent(query -> prefetch.set(template.getKey(), server.answer(query)));
      }
    }
    return request;
  }

  /** The same for the same case, so that two runs can be compared. */
  private String hookInstance() {
    return UUID.nameUUIDFromBytes(testCase.name().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void putOrders(ObjectNode context, String name) {
    ObjectNode bundle = JsonNodeFactory.instance.objectNode();
    bundle.put("resourceType", "Bundle");
    bundle.put("type", "collection");
    ArrayNode entries = bundle.putArray("entry");
    drafts.forEach(draft -> entries.addObject().set("resource", draft));
    medicationsOfDrafts().forEach(resource -> entries.addObject().set("resource", resource));
    if (testCase.hook().equals("order-select")) {
      ArrayNode selections = context.putArray("selections");
      testCase
          .selections()
          .orElseGet(() -> drafts.stream().map(BundleServer::reference).toList())
          .forEach(selections::add);
    }
    context.set(name, bundle);
  }

  private List<JsonNode> medicationsOfDrafts() {
    List<String> references =
        drafts.stream()
            .map(draft -> draft.path("medicationReference").path("reference").asText())
            .toList();
    return record.stream()
        .filter(resource -> references.contains(BundleServer.reference(resource)))
        .toList();
  }

  private boolean has(String type) {
    return record.stream()
        .anyMatch(resource -> resource.path("resourceType").asText().equals(type));
  }

  private String types() {
    List<String> types =
        record.stream()
            .map(resource -> resource.path("resourceType").asText())
            .distinct()
            .sorted()
            .toList();
    return types.isEmpty() ? "nothing" : String.join(", ", types);
  }

  private String id(String type) {
    return record.stream()
        .filter(resource -> resource.path("resourceType").asText().equals(type))
        .map(resource -> resource.path("id").asText())
        .findFirst()
        .orElseThrow(
            () ->
                new ReplayException(
                    "%s/bundle.json:1:1: error: the bundle holds no %s, but %s"
                        .formatted(testCase.name(), type, types())));
  }
}
