package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The resources of one call: whose they are, each of them once, and how they refer to another. */
final class Records {

  private static final String URN = "urn:uuid:";

  private final String patientId;
  private final Map<String, JsonNode> byReference = new HashMap<>();
  private final Map<String, JsonNode> draftsByReference = new HashMap<>();
  private final List<JsonNode> recorded;
  private final List<JsonNode> drafts;

  Records(ChartInput input) {
    this.patientId = lastPart(input.patientId());
    index(input.draftOrders(), draftsByReference);
    index(input.resources(), byReference);
    this.recorded = onceEach(input.resources());
    this.drafts = onceEach(input.draftOrders());
  }

  /** This patient's resources on record, each once. */
  List<JsonNode> recorded() {
    return recorded;
  }

  /** This patient's resources that are being written, each once. */
  List<JsonNode> drafts() {
    return drafts;
  }

  /**
   * The resource that a reference means: contained in {@code holder}, being written, or on record;
   * empty where it was not sent.
   */
  Optional<JsonNode> resolve(JsonNode reference, JsonNode holder) {
    String target = Json.text(reference, "reference");
    if (target.startsWith("#")) {
      return Json.list(holder, "contained").stream()
          .filter(resource -> Json.text(resource, "id").equals(target.substring(1)))
          .findFirst();
    }
    String key = key(target);
    JsonNode draft = draftsByReference.get(key);
    return Optional.ofNullable(draft == null ? byReference.get(key) : draft);
  }

  /** What a reference names, as {@code Type/id}; empty for one that names nothing by its id. */
  static Optional<String> named(JsonNode reference) {
    String target = Json.text(reference, "reference");
    boolean named = target.contains("/") && !target.startsWith("#");
    return named ? Optional.of(key(target)) : Optional.empty();
  }

  private static void index(List<JsonNode> resources, Map<String, JsonNode> byReference) {
    for (JsonNode resource : resources) {
      String id = Json.text(resource, "id");
      if (!id.isEmpty()) {
        byReference.putIfAbsent(Json.reference(resource), resource);
        byReference.putIfAbsent(URN + id, resource);
      }
    }
  }

  private List<JsonNode> onceEach(List<JsonNode> resources) {
    Set<String> seen = new HashSet<>();
    List<JsonNode> kept = new ArrayList<>();
    for (JsonNode resource : resources) {
      boolean first = Json.text(resource, "id").isEmpty() || seen.add(Json.reference(resource));
      if (first && aboutThePatient(resource)) {
        kept.add(resource);
      }
    }
    return kept;
  }

  /** False only where the resource names another patient, or a group. */
  private boolean aboutThePatient(JsonNode resource) {
    if (Json.text(resource, "resourceType").equals("Patient")) {
      String id = Json.text(resource, "id");
      return id.isEmpty() || id.equals(patientId);
    }
    JsonNode subject = resource.path(resource.has("subject") ? "subject" : "patient");
    String reference = Json.text(subject, "reference");
    if (reference.isEmpty() || reference.startsWith("#")) {
      return true;
    }
    if (reference.startsWith(URN)) {
      String id = reference.substring(URN.length());
      return id.equals(patientId) || !byReference.containsKey("Patient/" + id);
    }
    String key = key(reference);
    return key.equals("Patient/" + patientId) || key.equals(patientId);
  }

  /** {@code Type/id} of a relative, absolute or versioned reference. */
  private static String key(String reference) {
    if (reference.startsWith(URN)) {
      return reference;
    }
    int history = reference.indexOf("/_history");
    String path = history < 0 ? reference : reference.substring(0, history);
    int id = path.lastIndexOf('/');
    int type = id < 0 ? -1 : path.lastIndexOf('/', id - 1);
    return path.substring(type + 1);
  }

  private static String lastPart(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
