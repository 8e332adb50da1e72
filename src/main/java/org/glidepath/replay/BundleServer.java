package org.glidepath.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers the queries of prefetch templates from a bundle, as the FHIR server of an EHR would:
 * reads by id, and searches by {@code patient}, {@code status} and {@code category}.
 */
final class BundleServer {

  private final List<JsonNode> resources;

  BundleServer(List<JsonNode> resources) {
    this.resources = resources;
  }

  /** The answer to a read or a search; JSON null where a read finds nothing. */
  JsonNode answer(String query) {
    int question = query.indexOf('?');
    if (question < 0) {
      return resources.stream()
          .filter(resource -> reference(resource).equals(query))
          .findFirst()
          .orElse(JsonNodeFactory.instance.nullNode());
    }
    String type = query.substring(0, question);
    Map<String, Set<String>> parameters = parameters(query.substring(question + 1));
    List<JsonNode> found =
        resources.stream()
            .filter(resource -> resource.path("resourceType").asText().equals(type))
            .filter(resource -> matches(resource, parameters))
            .toList();
    return searchset(query, found);
  }

  static String reference(JsonNode resource) {
    return resource.path("resourceType").asText() + "/" + resource.path("id").asText();
  }

  private static Map<String, Set<String>> parameters(String query) {
    Map<String, Set<String>> parameters = new LinkedHashMap<>();
    for (String parameter : query.split("&", -1)) {
      String[] parts = parameter.split("=", 2);
      String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      parameters.put(parts[0], Set.of(value.split(",", -1)));
    }
    return parameters;
  }

  private static boolean matches(JsonNode resource, Map<String, Set<String>> parameters) {
    return parameters.entrySet().stream()
        .allMatch(
            parameter ->
                switch (parameter.getKey()) {
                  case "patient" -> isAbout(resource, parameter.getValue());
                  case "status" -> parameter.getValue().contains(resource.path("status").asText());
                  case "category" -> hasCategory(resource, parameter.getValue());
                  case "_count", "_sort" -> true;
                  default ->
                      throw new ReplayException(
                          "a prefetch template searches by \"%s\", which replay cannot do yet; it knows patient, status and category"
                              .formatted(parameter.getKey()));
                });
  }

  private static boolean isAbout(JsonNode resource, Set<String> patients) {
    String subject = resource.path("subject").path("reference").asText();
    String patient =
        subject.isEmpty() ? resource.path("patient").path("reference").asText() : subject;
    return patients.contains(patient.substring(patient.lastIndexOf('/') + 1));
  }

  private static boolean hasCategory(JsonNode resource, Set<String> categories) {
    for (JsonNode category : resource.path("category")) {
      for (JsonNode coding : category.path("coding")) {
        if (categories.contains(coding.path("code").asText())) {
          return true;
        }
      }
    }
    return false;
  }

  private JsonNode searchset(String query, List<JsonNode> found) {
    ObjectNode bundle = JsonNodeFactory.instance.objectNode();
    bundle.put("resourceType", "Bundle");
    bundle.put("type", "searchset");
    bundle.putArray("link").addObject().put("relation", "self").put("url", query);
    if (!found.isEmpty()) {
      Set<JsonNode> all = new LinkedHashSet<>(found);
      found.forEach(resource -> all.addAll(referenced(resource)));
      all.forEach(resource -> bundle.withArray("/entry").addObject().set("resource", resource));
    }
    return bundle;
  }

  /** The medication that an order or statement refers to comes along. */
  private List<JsonNode> referenced(JsonNode resource) {
    String medication = resource.path("medicationReference").path("reference").asText();
    return new ArrayList<>(
        resources.stream().filter(other -> reference(other).equals(medication)).toList());
  }
}
