package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.CareActivity;
import org.glidepath.facts.CurrentEncounter;
import org.glidepath.facts.Fact;
import org.glidepath.facts.InpatientStay;
import org.glidepath.facts.Source;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Period;

/** The encounter that is going on, and the care that encounters were for. */
final class EncounterReader {

  private static final Set<String> GOING_ON =
      Set.of("arrived", "triaged", "in-progress", "onleave");
  static final Set<String> INPATIENT = Set.of("IMP", "ACUTE", "NONAC");

  /** Begun at least. */
  private static final Set<String> TOOK_PLACE =
      Set.of("arrived", "triaged", "in-progress", "onleave", "finished");

  /** Each says what an encounter is for, or where it leads to. */
  private static final List<String> PURPOSES =
      List.of("class", "serviceType", "type", "reasonCode", "hospitalization.dischargeDisposition");

  private EncounterReader() {}

  /**
   * The care that an encounter was for, one activity for each value set that says so; none for one
   * that did not take place yet. One that goes on is of today.
   */
  static List<CareActivity> care(JsonNode encounter, Meanings meanings, Dates dates) {
    if (!TOOK_PLACE.contains(Json.text(encounter, "status"))) {
      return List.of();
    }
    Optional<Integer> daysAgo = daysAgo(encounter, dates);
    if (daysAgo.filter(days -> days < 0).isPresent()) {
      return List.of();
    }
    Map<String, CareActivity> activities = new LinkedHashMap<>();
    for (String element : PURPOSES) {
      Coded coded = Coded.of(encounter.at("/" + element.replace('.', '/')));
      List<Source> sources = List.of(new Source(Json.reference(encounter), element));
      for (String id : meanings.byCodeOrText(coded)) {
        activities.putIfAbsent(id, new CareActivity(id, coded.name(), false, daysAgo, sources));
      }
    }
    return List.copyOf(activities.values());
  }

  /** Since its last day, or its first where no last is known. */
  private static Optional<Integer> daysAgo(JsonNode encounter, Dates dates) {
    boolean goesOn = GOING_ON.contains(Json.text(encounter, "status"));
    Period period =
        FhirJson.parse(Json.slim(encounter, "Encounter", List.of("period")), Encounter.class)
            .resource()
            .getPeriod();
    Optional<LocalDate> end = dates.end(period).filter(day -> !day.isAfter(dates.today()));
    Optional<LocalDate> start = dates.start(period);
    boolean begun = start.filter(dates.today()::isBefore).isEmpty();
    return goesOn && begun && end.isEmpty()
        ? Optional.of(0)
        : end.or(() -> start).map(dates::daysSince);
  }

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
