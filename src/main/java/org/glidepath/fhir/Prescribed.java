package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What an order, statement, dispense or administration calls its drug.
 *
 * @param coded by codes and in words, its own and those of the Medication that it refers to
 * @param parts the ingredients of that Medication
 */
record Prescribed(Coded coded, List<MedicationPart> parts) {

  static Prescribed of(JsonNode use, Records records) {
    JsonNode reference = use.path("medicationReference");
    Optional<JsonNode> medication = records.resolve(reference, use);
    Coded coded =
        Coded.of(use.path("medicationCodeableConcept"))
            .andText(Json.text(reference, "display"))
            .and(medication.map(node -> Coded.of(node.path("code"))).orElse(Coded.NOTHING));
    return new Prescribed(coded, MedicationPart.of(medication, records));
  }

  /** The element that names the drug. */
  static String element(JsonNode use) {
    String reference = "medicationReference";
    String concept = "medicationCodeableConcept";
    return use.has(reference) && !use.has(concept) ? reference : concept;
  }

  /** The same with the names of the ingredients. */
  Coded withParts() {
    Coded within = coded;
    for (MedicationPart part : parts) {
      within = within.and(part.coded());
    }
    return within;
  }
}
