package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.CareActivity;
import org.glidepath.facts.Source;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;

/** Care that was given and that a value set knows. */
final class ProcedureReader {

  /** Begun at least. */
  private static final Set<String> DONE = Set.of("in-progress", "completed", "on-hold", "stopped");

  private static final List<String> ELEMENTS = List.of("performedDateTime", "performedPeriod");

  private final Meanings meanings;
  private final Dates dates;

  ProcedureReader(Meanings meanings, Dates dates) {
    this.meanings = meanings;
    this.dates = dates;
  }

  /** One activity for each value set that the code belongs to; none for what was not done yet. */
  List<CareActivity> read(JsonNode json) {
    Coded code = Coded.of(json.path("code"));
    Set<String> means = meanings.of(code);
    if (means.isEmpty() || !DONE.contains(Json.text(json, "status"))) {
      return List.of();
    }
    Optional<Integer> daysAgo = performed(json).map(dates::daysSince);
    if (daysAgo.filter(days -> days < 0).isPresent()) {
      return List.of();
    }
    List<Source> sources = List.of(new Source(Json.reference(json), "code"));
    return means.stream()
        .map(id -> new CareActivity(id, code.name(), false, daysAgo, sources))
        .toList();
  }

  /** The last day that is not to come. */
  private Optional<LocalDate> performed(JsonNode json) {
    Procedure procedure =
        FhirJson.parse(Json.slim(json, "Procedure", ELEMENTS), Procedure.class).resource();
    if (procedure.getPerformed() instanceof BaseDateTimeType date) {
      return dates.earliest(date);
    }
    return procedure.getPerformed() instanceof Period period
        ? dates.end(period).filter(end -> !end.isAfter(dates.today())).or(() -> dates.start(period))
        : Optional.empty();
  }
}
