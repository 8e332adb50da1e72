package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.glidepath.facts.ConflictingDrug;
import org.glidepath.facts.Fact;
import org.glidepath.facts.Source;
import org.glidepath.facts.UnmappedDrug;

/** What the names of a medication leave in doubt. */
final class DoubtfulNames {

  private DoubtfulNames() {}

  /** A name that looks like a benzodiazepine and is not in the drug table. */
  static List<Fact> unmapped(Medicine medicine, boolean ordered, JsonNode resource) {
    return medicine.unmapped().stream()
        .<Fact>map(text -> new UnmappedDrug(text, ordered, named(resource)))
        .toList();
  }

  /** A code and a text that name different drugs. */
  static List<Fact> conflict(Medicine medicine, JsonNode resource) {
    return medicine.conflict().stream()
        .<Fact>map(names -> new ConflictingDrug(names.byCode(), names.byText(), named(resource)))
        .toList();
  }

  private static List<Source> named(JsonNode resource) {
    return List.of(new Source(Json.reference(resource), Prescribed.element(resource)));
  }
}
