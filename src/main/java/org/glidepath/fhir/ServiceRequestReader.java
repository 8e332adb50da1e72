package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.CareActivity;
import org.glidepath.facts.Source;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Care that was asked for and that a value set knows: a referral for psychological therapy. */
final class ServiceRequestReader {

  private static final Set<String> OPEN = Set.of("active", "on-hold");
  private static final String DONE = "completed";
  private static final String DRAFT = "draft";

  /** Suggestions that nobody has ordered yet. */
  private static final Set<String> NOT_ORDERED = Set.of("proposal", "plan", "option");

  private static final List<String> ELEMENTS =
      List.of("authoredOn", "occurrenceDateTime", "occurrencePeriod");

  private final Meanings meanings;
  private final Dates dates;

  ServiceRequestReader(Meanings meanings, Dates dates) {
    this.meanings = meanings;
    this.dates = dates;
  }

  /**
   * One activity for each value set that the code belongs to; none for what was only proposed, is
   * not to be done, or was called off.
   *
   * @param beingWritten whether a draft counts as a request
   */
  List<CareActivity> read(JsonNode json, boolean beingWritten) {
    Coded code = Coded.of(json.path("code"));
    Set<String> means = meanings.of(code);
    String status = Json.text(json, "status");
    boolean requested = OPEN.contains(status) || (beingWritten && status.equals(DRAFT));
    boolean none =
        json.path("doNotPerform").asBoolean()
            || NOT_ORDERED.contains(Json.text(json, "intent"))
            || !(requested || status.equals(DONE));
    if (means.isEmpty() || none) {
      return List.of();
    }
    Optional<Integer> daysAgo =
        requested(json).map(dates::daysSince).map(days -> Math.max(days, 0));
    List<Source> sources = List.of(new Source(Json.reference(json), "code"));
    return means.stream()
        .map(id -> new CareActivity(id, code.name(), requested, daysAgo, sources))
        .toList();
  }

  private Optional<LocalDate> requested(JsonNode json) {
    ServiceRequest request =
        FhirJson.parse(Json.slim(json, "ServiceRequest", ELEMENTS), ServiceRequest.class)
            .resource();
    return dates
        .earliest(request.getAuthoredOnElement())
        .or(
            () ->
                request.hasOccurrenceDateTimeType()
                    ? dates.earliest(request.getOccurrenceDateTimeType())
                    : request.hasOccurrencePeriod()
                        ? dates.start(request.getOccurrencePeriod())
                        : Optional.empty());
  }
}
