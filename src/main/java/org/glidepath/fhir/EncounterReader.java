package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.InpatientStay;
import org.glidepath.facts.Source;

/** The inpatient stay that is going on. */
final class EncounterReader {

  private static final Set<String> GOING_ON =
      Set.of("arrived", "triaged", "in-progress", "onleave");
  private static final Set<String> INPATIENT = Set.of("IMP", "ACUTE", "NONAC");

  private EncounterReader() {}

  /**
   * The stay, where the encounter that is going on is an inpatient one; of several that are going
   * on, the one that began last counts.
   */
  static Optional<InpatientStay> read(List<JsonNode> encounters, Dates dates) {
    return encounters.stream()
        .filter(encounter -> GOING_ON.contains(Json.text(encounter, "status")))
        .filter(encounter -> !over(Json.text(encounter.path("period"), "end"), dates))
        .max(Comparator.comparing(encounter -> Json.text(encounter.path("period"), "start")))
        .flatMap(EncounterReader::inpatient);
  }

  /** Whether a full date lies before the evaluation date. */
  private static boolean over(String end, Dates dates) {
    return end.length() >= 10 && end.substring(0, 10).compareTo(dates.today().toString()) < 0;
  }

  private static Optional<InpatientStay> inpatient(JsonNode encounter) {
    String code = Json.text(encounter.path("class"), "code");
    return INPATIENT.contains(code)
        ? Optional.of(
            new InpatientStay(
                code, Optional.empty(), List.of(Source.of(Json.reference(encounter)))))
        : Optional.empty();
  }
}
