package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Drug;
import org.glidepath.pharmacology.Regimen;

/** Use of a benzodiazepine or Z-drug with what its resource says around the dose. */
final class RegimenReader {

  private static final String ILLICIT = "illicit-supply";

  private final Meanings meanings;

  RegimenReader(Meanings meanings) {
    this.meanings = meanings;
  }

  Regimen regimen(Drug drug, Use use, Medicine medicine, JsonNode resource, Set<String> why) {
    boolean unregulated =
        medicine.means().contains(ILLICIT)
            || meanings.in(ILLICIT, Coded.of(resource.path("category")));
    return use.of(
        drug,
        unregulated,
        why,
        Routes.of(resource, meanings),
        prescriber(resource),
        Records.named(resource.path("priorPrescription")),
        statusReason(resource),
        medicine.form());
  }

  /** One concept in an order, several in a statement; the first that says anything. */
  private static Optional<String> statusReason(JsonNode resource) {
    return Json.list(resource, "statusReason").stream()
        .map(reason -> Coded.of(reason).name())
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /** Who ordered it, by reference, else by name. */
  private static Optional<String> prescriber(JsonNode resource) {
    JsonNode requester = resource.path("requester");
    String name = Json.text(requester, "display");
    return Records.named(requester).or(() -> name.isEmpty() ? Optional.empty() : Optional.of(name));
  }
}
