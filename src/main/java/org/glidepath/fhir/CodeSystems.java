package org.glidepath.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Names of code systems as the value sets spell them, whichever of their names a record uses. */
final class CodeSystems {

  static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
  static final String SNOMED = "http://snomed.info/sct";
  static final String NDC = "http://hl7.org/fhir/sid/ndc";
  static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
  static final String ATC = "http://www.whocc.no/atc";
  static final String UCUM = "http://unitsofmeasure.org";

  /** Object identifiers of the HL7 registry, and addresses that FHIR used before R4. */
  private static final Map<String, String> CANONICAL =
      Map.of(
          "urn:oid:2.16.840.1.113883.6.88", RXNORM,
          "urn:oid:2.16.840.1.113883.6.96", SNOMED,
          "urn:oid:2.16.840.1.113883.6.69", NDC,
          "urn:oid:2.16.840.1.113883.6.73", ATC,
          "urn:oid:2.16.840.1.113883.6.1", "http://loinc.org",
          "urn:oid:2.16.840.1.113883.6.90", ICD_10_CM,
          "urn:oid:2.16.840.1.113883.6.3", "http://hl7.org/fhir/sid/icd-10",
          "urn:oid:2.16.840.1.113883.6.8", UCUM,
          "http://www.icd10data.com/icd10pcs", "http://hl7.org/fhir/sid/icd-10-pcs");

  private static final Pattern NDC_PARTS = Pattern.compile("(\\d{4,5})-(\\d{3,4})-(\\d{1,2})");
  private static final Pattern ICD_WITHOUT_DOT =
      Pattern.compile("([A-Z]\\d[0-9A-Z])([0-9A-Z]{1,4})");

  /** Lengths of the codes of an ATC substance and of the groups it is in. */
  private static final int[] ATC_LEVELS = {7, 5, 4, 3};

  private CodeSystems() {}

  /**
   * A code in the one spelling that compares: NDC with 5-4-2 digits and no dashes, ICD-10-CM in
   * upper case with its dot. Other codes stay as they are.
   */
  static String spelling(String system, String code) {
    if (system.equals(NDC)) {
      Matcher parts = NDC_PARTS.matcher(code);
      return parts.matches()
          ? "%5s%4s%2s".formatted(parts.group(1), parts.group(2), parts.group(3)).replace(' ', '0')
          : code;
    }
    if (system.equals(ICD_10_CM)) {
      String upper = code.toUpperCase(Locale.ROOT);
      Matcher parts = ICD_WITHOUT_DOT.matcher(upper);
      return parts.matches() ? parts.group(1) + "." + parts.group(2) : upper;
    }
    return code;
  }

  /** The code with the groups of its code system that hold it, where codes of the system tell. */
  static List<String> withGroups(String system, String code) {
    if (!system.equals(ATC)) {
      return List.of(code);
    }
    return IntStream.of(ATC_LEVELS)
        .filter(length -> length <= code.length())
        .mapToObj(length -> code.substring(0, length))
        .toList();
  }

  /** The canonical URL of a code system; a name that is not known stays as it is. */
  static String canonical(String system) {
    String known = CANONICAL.get(system);
    if (known != null) {
      return known;
    }
    return system.endsWith("/") ? system.substring(0, system.length() - 1) : system;
  }
}
