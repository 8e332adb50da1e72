package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One ingredient of a Medication resource.
 *
 * @param coded what it is called, itself or by the Medication or Substance that it refers to
 * @param strength its {@code strength}, as written
 */
record MedicationPart(Coded coded, JsonNode strength) {

  /** The ingredients of a medication; none where it was not sent. */
  static List<MedicationPart> of(Optional<JsonNode> medication, Records records) {
    return medication.stream()
        .flatMap(
            holder ->
                Json.list(holder, "ingredient").stream().map(part -> of(part, holder, records)))
        .toList();
  }

  private static MedicationPart of(JsonNode part, JsonNode holder, Records records) {
    JsonNode reference = part.path("itemReference");
    Coded coded =
        Coded.of(part.path("itemCodeableConcept"))
            .andText(Json.text(reference, "display"))
            .and(
                records
                    .resolve(reference, holder)
                    .map(item -> Coded.of(item.path("code")))
                    .orElse(Coded.NOTHING));
    return new MedicationPart(coded, part.path("strength"));
  }
}
