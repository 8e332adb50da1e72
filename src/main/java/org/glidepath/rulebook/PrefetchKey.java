package org.glidepath.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The prefetch keys, which are fixed, and the FHIR resource type that each asks for. */
public enum PrefetchKey {
  PATIENT("patient", "Patient"),
  MEDICATION_STATEMENTS("medicationStatements", "MedicationStatement"),
  MEDICATION_REQUESTS("medicationRequests", "MedicationRequest"),
  MEDICATION_DISPENSES("medicationDispenses", "MedicationDispense"),
  MEDICATION_ADMINISTRATIONS("medicationAdministrations", "MedicationAdministration"),
  CONDITIONS("conditions", "Condition"),
  OBSERVATIONS("observations", "Observation"),
  ALLERGIES("allergies", "AllergyIntolerance"),
  ENCOUNTER("encounter", "Encounter"),
  PROCEDURES("procedures", "Procedure"),
  SERVICE_REQUESTS("serviceRequests", "ServiceRequest");

  private final String key;
  private final String resourceType;

  PrefetchKey(String key, String resourceType) {
    this.key = key;
    this.resourceType = resourceType;
  }

  /** The key as requests and {@code services.yaml} write it. */
  public String key() {
    return key;
  }

  /** The FHIR resource type that it asks for. */
  public String resourceType() {
    return resourceType;
  }

  /** The key that is written like this; empty for none. */
  public static Optional<PrefetchKey> named(String key) {
    return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
  }

  /** All keys as they are written. */
  public static List<String> all() {
    return Arrays.stream(values()).map(PrefetchKey::key).toList();
  }
}
