package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Allergy;
import org.glidepath.facts.Source;

/** Allergies and intolerances to a drug that the drug table or a value set knows. */
final class AllergyIntoleranceReader {

  private static final Set<String> NOT_SO = Set.of("refuted", "entered-in-error");
  private static final Set<String> OVER = Set.of("inactive", "resolved");

  private final Meanings meanings;
  private final Medicines medicines;

  AllergyIntoleranceReader(Meanings meanings, Medicines medicines) {
    this.meanings = meanings;
    this.medicines = medicines;
  }

  /**
   * The allergy; empty for one that is over, was refuted or entered in error, and for a substance
   * that no rule knows. One without a status counts, and one that is not confirmed.
   */
  Optional<Allergy> read(JsonNode json) {
    if (NOT_SO.contains(Json.status(json, "verificationStatus"))
        || OVER.contains(Json.status(json, "clinicalStatus"))) {
      return Optional.empty();
    }
    Coded substance = Coded.of(json.path("code"));
    for (JsonNode reaction : Json.list(json, "reaction")) {
      substance = substance.and(Coded.of(reaction.path("substance")));
    }
    Medicine medicine = medicines.of(substance);
    Set<String> means = new LinkedHashSet<>(medicine.meansWithClass());
    means.addAll(meanings.of(substance));
    String name = medicine.known() ? medicine.name() : Medicines.lower(substance.name());
    return means.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Allergy(name, means, List.of(new Source(Json.reference(json), element(json)))));
  }

  private static String element(JsonNode json) {
    return json.has("code") ? "code" : "reaction";
  }
}
