package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.glidepath.facts.PatientAge;
import org.glidepath.facts.Source;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;

/** The patient's age. */
final class PatientReader {

  private static final int OLDEST = 130;

  private final Dates dates;

  PatientReader(Dates dates) {
    this.dates = dates;
  }

  /** The age at the evaluation date; empty where the birth date is missing or cannot be true. */
  Optional<PatientAge> read(JsonNode json, Consumer<String> note) {
    ObjectNode slim = JsonNodeFactory.instance.objectNode().put("resourceType", "Patient");
    slim.put("birthDate", Json.text(json, "birthDate"));
    Patient patient = FhirJson.parse(slim, Patient.class).resource();
    if (patient.getBirthDate() == null) {
      return Optional.empty();
    }
    LocalDate born =
        dates
            .earliest(new DateTimeType(patient.getBirthDateElement().getValueAsString()))
            .orElse(dates.today());
    int years = Period.between(born, dates.today()).getYears();
    if (born.isAfter(dates.today()) || years > OLDEST) {
      note.accept("has a birth date that cannot be true");
      return Optional.empty();
    }
    return Optional.of(new PatientAge(years, List.of(Source.of(Json.reference(json)))));
  }
}
