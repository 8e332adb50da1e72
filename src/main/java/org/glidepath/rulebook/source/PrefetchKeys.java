package org.glidepath.rulebook.source;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The prefetch keys, which are fixed, and the FHIR resource type that each asks for. */
public final class PrefetchKeys {

  private static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("patient", "Patient"),
              Map.entry("medicationStatements", "MedicationStatement"),
              Map.entry("medicationRequests", "MedicationRequest"),
              Map.entry("medicationDispenses", "MedicationDispense"),
              Map.entry("medicationAdministrations", "MedicationAdministration"),
              Map.entry("conditions", "Condition"),
              Map.entry("observations", "Observation"),
              Map.entry("allergies", "AllergyIntolerance"),
              Map.entry("encounter", "Encounter"),
              Map.entry("procedures", "Procedure"),
              Map.entry("serviceRequests", "ServiceRequest")));

  private PrefetchKeys() {}

  /** All keys. */
  public static Set<String> all() {
    return TYPES.keySet();
  }

  /** The resource type that a key asks for. */
  public static Optional<String> type(String key) {
    return Optional.ofNullable(TYPES.get(key));
  }

  /** Notes a problem where a key is not one of them. */
  public static void check(String key, Place place, Problems problems) {
    if (!TYPES.containsKey(key)) {
      problems.error(
          place,
          "unknown prefetch key \"%s\". Keys: %s.%s"
              .formatted(key, String.join(", ", all()), Hints.maybe(key, all())));
    }
  }
}
