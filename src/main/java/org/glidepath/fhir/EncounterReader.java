package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.CurrentEncounter;
import org.glidepath.facts.Fact;
import org.glidepath.facts.InpatientStay;
import org.glidepath.facts.Source;

/** The encounter that is going on. */
final class EncounterReader {

  private static final Set<String> GOING_ON =
      Set.of("arrived", "triaged", "in-progress", "onleave");
  static final Set<String> INPATIENT = Set.of("IMP", "ACUTE", "NONAC");

  private EncounterReader() {}

  /**
   * The encounter, and where it is an inpatient one the stay; of several that are going on, the one
   * that began last counts. Empty where none goes on, or it does not say its class.
   */
  static List<Fact> read(List<JsonNode> encounters, Dates dates) {
    return encounters.stream()
        .filter(encounter -> GOING_ON.contains(Json.text(encounter, "status")))
        .filter(encounter -> !over(Json.text(encounter.path("period"), "end"), dates))
        .max(Comparator.comparing(EncounterReader::start))
        .map(encounter -> facts(encounter, dates))
        .orElse(List.of());
  }

  /** Whether a full date lies before the evaluation date. */
  private static boolean over(String end, Dates dates) {
    return end.length() >= 10 && end.substring(0, 10).compareTo(dates.today().toString()) < 0;
  }

  private static String start(JsonNode encounter) {
    return Json.text(encounter.path("period"), "start");
  }

  private static List<Fact> facts(JsonNode encounter, Dates dates) {
    String code = Json.text(encounter.path("class"), "code");
    if (code.isEmpty()) {
      return List.of();
    }
    List<Source> sources = List.of(new Source(Json.reference(encounter), "class"));
    List<Fact> facts = new ArrayList<>();
    facts.add(new CurrentEncounter(code, sources));
    if (INPATIENT.contains(code)) {
      facts.add(new InpatientStay(code, hours(encounter, dates), sources));
    }
    return facts;
  }

  private static Optional<Integer> hours(JsonNode encounter, Dates dates) {
    return dates.moment(start(encounter)).map(dates::minutesSince).map(minutes -> minutes / 60);
  }
}
