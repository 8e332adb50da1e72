package org.glidepath.fhir;

import java.util.Map;

/** Names of code systems as the value sets spell them, whichever of their names a record uses. */
final class CodeSystems {

  static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
  static final String SNOMED = "http://snomed.info/sct";
  static final String NDC = "http://hl7.org/fhir/sid/ndc";
  static final String UCUM = "http://unitsofmeasure.org";

  /** Object identifiers of the HL7 registry, and addresses that FHIR used before R4. */
  private static final Map<String, String> CANONICAL =
      Map.of(
          "urn:oid:2.16.840.1.113883.6.88", RXNORM,
          "urn:oid:2.16.840.1.113883.6.96", SNOMED,
          "urn:oid:2.16.840.1.113883.6.69", NDC,
          "urn:oid:2.16.840.1.113883.6.73", "http://www.whocc.no/atc",
          "urn:oid:2.16.840.1.113883.6.1", "http://loinc.org",
          "urn:oid:2.16.840.1.113883.6.90", "http://hl7.org/fhir/sid/icd-10-cm",
          "urn:oid:2.16.840.1.113883.6.3", "http://hl7.org/fhir/sid/icd-10",
          "urn:oid:2.16.840.1.113883.6.8", UCUM,
          "http://www.icd10data.com/icd10pcs", "http://hl7.org/fhir/sid/icd-10-pcs");

  private CodeSystems() {}

  /** The canonical URL of a code system; a name that is not known stays as it is. */
  static String canonical(String system) {
    String known = CANONICAL.get(system);
    if (known != null) {
      return known;
    }
    return system.endsWith("/") ? system.substring(0, system.length() - 1) : system;
  }
}
