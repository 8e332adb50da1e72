package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** By which way a drug is to get into the body. */
final class Routes {

  private static final List<String> ELEMENTS = List.of("dosage", "dosageInstruction");

  private Routes() {}

  /**
   * Ids of the value sets that the route of every instruction belongs to; empty where one of them
   * does not say.
   */
  static Set<String> of(JsonNode resource, Meanings meanings) {
    return ELEMENTS.stream()
        .flatMap(element -> Json.list(resource, element).stream())
        .map(dosage -> meanings.byCodeOrText(Coded.of(dosage.path("route"))))
        .reduce(Routes::common)
        .orElse(Set.of());
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    Set<String> both = new LinkedHashSet<>(one);
    both.retainAll(other);
    return both;
  }
}
