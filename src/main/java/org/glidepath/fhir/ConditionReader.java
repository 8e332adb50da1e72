package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Diagnosis;
import org.glidepath.facts.Severity;
import org.glidepath.facts.Source;
import org.hl7.fhir.r4.model.Condition;

/** Conditions that a value set knows. */
final class ConditionReader {

  private static final Set<String> NOT_SO = Set.of("refuted", "entered-in-error");
  private static final Set<String> ACTIVE = Set.of("active", "recurrence", "relapse");
  private static final List<String> ELEMENTS =
      List.of(
          "onsetDateTime", "onsetPeriod", "recordedDate", "abatementDateTime", "abatementPeriod");

  private final Meanings meanings;
  private final Dates dates;

  ConditionReader(Meanings meanings, Dates dates) {
    this.meanings = meanings;
    this.dates = dates;
  }

  /**
   * One diagnosis for each value set that the code belongs to; none for what was refuted or entered
   * in error. A suspected condition counts.
   */
  List<Diagnosis> read(JsonNode json) {
    Coded code = Coded.of(json.path("code"));
    Set<String> means = meanings.of(code);
    if (means.isEmpty() || NOT_SO.contains(Json.status(json, "verificationStatus"))) {
      return List.of();
    }
    Condition condition =
        FhirJson.parse(Json.slim(json, "Condition", ELEMENTS), Condition.class).resource();
    boolean active = active(Json.status(json, "clinicalStatus"), condition);
    Optional<Integer> days = daysSinceOnset(condition);
    Optional<Severity> severity = meanings.severity(Coded.of(json.path("severity")));
    List<Source> sources = List.of(new Source(Json.reference(json), "code"));
    return means.stream()
        .map(id -> new Diagnosis(id, code.name(), active, days, severity, sources))
        .toList();
  }

  private boolean active(String status, Condition condition) {
    if (!status.isEmpty()) {
      return ACTIVE.contains(status);
    }
    Optional<LocalDate> abated =
        condition.hasAbatementDateTimeType()
            ? dates.latest(condition.getAbatementDateTimeType())
            : condition.hasAbatementPeriod()
                ? dates.end(condition.getAbatementPeriod())
                : Optional.empty();
    return abated.filter(dates.today()::isAfter).isEmpty();
  }

  /** Since it began; where the record does not say, since it was recorded. */
  private Optional<Integer> daysSinceOnset(Condition condition) {
    Optional<LocalDate> onset =
        condition.hasOnsetDateTimeType()
            ? dates.earliest(condition.getOnsetDateTimeType())
            : condition.hasOnsetPeriod()
                ? dates.start(condition.getOnsetPeriod())
                : Optional.empty();
    return onset
        .or(() -> dates.earliest(condition.getRecordedDateElement()))
        .map(dates::daysSince)
        .map(days -> Math.max(days, 0));
  }
}
