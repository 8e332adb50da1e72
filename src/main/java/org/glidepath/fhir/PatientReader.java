package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.glidepath.facts.Fact;
import org.glidepath.facts.PatientAge;
import org.glidepath.facts.PatientSex;
import org.glidepath.facts.Source;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;

/** The patient's age and sex. */
final class PatientReader {

  private static final int OLDEST = 130;
  private static final Set<String> SEXES = Set.of("male", "female", "other");

  private final Dates dates;

  PatientReader(Dates dates) {
    this.dates = dates;
  }

  /** What is known of both. */
  List<Fact> read(JsonNode json, Consumer<String> note) {
    List<Fact> facts = new ArrayList<>();
    age(json, note).ifPresent(facts::add);
    String gender = Json.text(json, "gender");
    if (SEXES.contains(gender)) {
      facts.add(new PatientSex(gender, List.of(new Source(Json.reference(json), "gender"))));
    }
    return facts;
  }

  private int yearsSince(LocalDate born) {
    return Math.max(0, Period.between(born, dates.today()).getYears());
  }

  /** The age at the evaluation date; empty where the birth date is missing or cannot be true. */
  private Optional<PatientAge> age(JsonNode json, Consumer<String> note) {
    ObjectNode slim = JsonNodeFactory.instance.objectNode().put("resourceType", "Patient");
    slim.put("birthDate", Json.text(json, "birthDate"));
    Patient patient = FhirJson.parse(slim, Patient.class).resource();
    if (patient.getBirthDate() == null) {
      return Optional.empty();
    }
    DateTimeType date = new DateTimeType(patient.getBirthDateElement().getValueAsString());
    LocalDate born = dates.earliest(date).orElse(dates.today());
    int years = Period.between(born, dates.today()).getYears();
    int youngest = dates.latest(date).map(this::yearsSince).orElse(years);
    if (born.isAfter(dates.today()) || years > OLDEST) {
      note.accept("has a birth date that cannot be true");
      return Optional.empty();
    }
    return Optional.of(
        new PatientAge(years, youngest, List.of(new Source(Json.reference(json), "birthDate"))));
  }
}
