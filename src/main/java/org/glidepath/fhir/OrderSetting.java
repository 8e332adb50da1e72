package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Drug;
import org.glidepath.facts.OrderInForce;
import org.glidepath.facts.Source;

/** Whom an order is for: the ward, or the world outside. */
final class OrderSetting {

  /** Codes of HL7's {@code medicationrequest-category}. */
  private static final Set<String> SETTINGS =
      Set.of("inpatient", "outpatient", "community", "discharge");

  private OrderSetting() {}

  /** The order as a fact. */
  static OrderInForce of(JsonNode order, Drug drug, Records records, Dates dates) {
    Optional<String> category = category(order);
    Optional<String> encounter = encounter(order, records);
    String element =
        category.isPresent()
            ? "category"
            : encounter.isPresent() ? "encounter" : Prescribed.element(order);
    return new OrderInForce(
        drug,
        category.or(() -> encounter).orElse(""),
        hoursSince(Json.text(order, "authoredOn"), dates),
        List.of(new Source(Json.reference(order), element)));
  }

  private static Optional<String> category(JsonNode order) {
    for (JsonNode category : order.path("category")) {
      for (JsonNode coding : category.path("coding")) {
        String code = Json.text(coding, "code");
        if (SETTINGS.contains(code)) {
          return Optional.of(code);
        }
      }
    }
    return Optional.empty();
  }

  /** By the class of the encounter that it was written in. */
  private static Optional<String> encounter(JsonNode order, Records records) {
    return records
        .resolve(order.path("encounter"), order)
        .map(encounter -> Json.text(encounter.path("class"), "code"))
        .filter(code -> !code.isEmpty())
        .map(code -> EncounterReader.INPATIENT.contains(code) ? "inpatient" : "outpatient");
  }

  private static Optional<Integer> hoursSince(String authoredOn, Dates dates) {
    return dates
        .moment(authoredOn)
        .or(() -> dates.moment(authoredOn + "T00:00"))
        .map(dates::minutesSince)
        .map(minutes -> minutes / 60);
  }
}
