package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glidepath.facts.Source;
import org.glidepath.pharmacology.DraftRegimen.Stated;

/** Finds the diazepam equivalent that somebody wrote into the instructions or notes of an order. */
final class StatedEquivalents {

  private StatedEquivalents() {}

  /** The equivalent of a day; empty where no text states one, or texts state different ones. */
  static Optional<Stated> of(JsonNode order) {
    List<Stated> all = new ArrayList<>();
    for (String list : List.of("dosageInstruction", "note")) {
      List<JsonNode> items = Json.list(order, list);
      for (int i = 0; i < items.size(); i++) {
        for (String element : List.of("text", "patientInstruction")) {
          Source source =
              new Source(Json.reference(order), "%s[%d].%s".formatted(list, i, element));
          EquivalentText.read(Json.text(items.get(i), element))
              .ifPresent(mg -> all.add(new Stated(mg, source)));
        }
      }
    }
    boolean one = all.stream().map(Stated::diazepamMg).distinct().count() == 1;
    return one ? Optional.of(all.get(0)) : Optional.empty();
  }
}
