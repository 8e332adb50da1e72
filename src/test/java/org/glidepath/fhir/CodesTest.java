package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.glidepath.fhir.ValueSets.Concept;
import org.glidepath.fhir.ValueSets.ValueSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One code in its several spellings. */
class CodesTest {

  private static final ValueSets VALUE_SETS =
      new ValueSets(
          List.of(
              new ValueSet(
                  "flumazenil",
                  "Flumazenil",
                  List.of(),
                  List.of(
                      new Concept(CodeSystems.NDC, "63323-424-05", ""),
                      new Concept(CodeSystems.NDC, "0404-9794-10", ""),
                      new Concept(CodeSystems.ATC, "V03AB25", ""))),
              new ValueSet(
                  "benzodiazepine-class",
                  "Class",
                  List.of(),
                  List.of(new Concept(CodeSystems.ATC, "N05BA", ""))),
              new ValueSet(
                  "epilepsy",
                  "Epilepsy",
                  List.of(),
                  List.of(new Concept(CodeSystems.ICD_10_CM, "G40.909", "")))));

  @ParameterizedTest
  @CsvSource({
    "http://hl7.org/fhir/sid/ndc, 63323-424-05, flumazenil",
    "http://hl7.org/fhir/sid/ndc, 63323042405, flumazenil",
    "urn:oid:2.16.840.1.113883.6.69, 63323042405, flumazenil",
    "http://hl7.org/fhir/sid/ndc, 00404979410, flumazenil",
    "http://hl7.org/fhir/sid/ndc, 6332342405, ''",
    "http://www.whocc.no/atc, V03AB25, flumazenil",
    "http://www.whocc.no/atc, V03AB, ''",
    "http://www.whocc.no/atc, N05BA56, benzodiazepine-class",
    "http://www.whocc.no/atc, N05BA, benzodiazepine-class",
    "http://www.whocc.no/atc, N05B, ''",
    "http://hl7.org/fhir/sid/icd-10-cm, G40.909, epilepsy",
    "http://hl7.org/fhir/sid/icd-10-cm, g40909, epilepsy",
    "urn:oid:2.16.840.1.113883.6.90, G40909, epilepsy",
    "http://hl7.org/fhir/sid/icd-10-cm, G40, ''"
  })
  void a_code_is_found_in_any_spelling(String system, String code, String id) {
    assertThat(VALUE_SETS.holding(CodeSystems.canonical(system), code))
        .isEqualTo(id.isEmpty() ? Set.of() : Set.of(id));
  }
}
