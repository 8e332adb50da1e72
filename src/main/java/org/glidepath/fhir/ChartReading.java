package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.glidepath.facts.Fact;

/** One reading of one patient's resources: every resource goes to the reader of its type. */
final class ChartReading {

  private final Records records;
  private final Meanings meanings;
  private final Dates dates;
  private final MedicationFacts medications;
  private final AllergyIntoleranceReader allergies;
  private final ConditionReader conditions;
  private final ObservationReader observations;
  private final PatientReader patients;
  private final ProcedureReader procedures;
  private final ServiceRequestReader serviceRequests;

  private final List<Fact> facts = new ArrayList<>();
  private final List<JsonNode> encounters = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();

  ChartReading(Records records, Meanings meanings, Medicines medicines, Dates dates) {
    this.records = records;
    this.meanings = meanings;
    this.dates = dates;
    this.medications = new MedicationFacts(records, meanings, medicines, dates);
    this.allergies = new AllergyIntoleranceReader(meanings, medicines);
    this.conditions = new ConditionReader(meanings, dates);
    this.observations = new ObservationReader(meanings, dates);
    this.patients = new PatientReader(dates);
    this.procedures = new ProcedureReader(meanings, dates);
    this.serviceRequests = new ServiceRequestReader(meanings, dates);
  }

  Chart chart() {
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(medications.facts());
    return new Chart(all, medications.recorded(), medications.drafts(), List.copyOf(notes));
  }

  void readRecorded() {
    for (JsonNode resource : records.recorded()) {
      guarded(resource, () -> recorded(resource));
    }
    facts.addAll(EncounterReader.read(encounters, dates));
  }

  private void recorded(JsonNode resource) {
    switch (Json.text(resource, "resourceType")) {
      case "Patient" -> facts.addAll(patients.read(resource, note(resource)));
      case "Condition" -> facts.addAll(conditions.read(resource));
      case "Observation" -> facts.addAll(observations.read(resource, note(resource)));
      case "AllergyIntolerance" -> allergies.read(resource).ifPresent(facts::add);
      case "Procedure" -> facts.addAll(procedures.read(resource));
      case "ServiceRequest" -> facts.addAll(serviceRequests.read(resource, false));
      case "Encounter" -> {
        encounters.add(resource);
        facts.addAll(EncounterReader.care(resource, meanings, dates));
      }
      case "MedicationRequest",
          "MedicationStatement",
          "MedicationDispense",
          "MedicationAdministration" ->
          medications.recorded(resource, note(resource));
      default -> {
        // of no use to any rule
      }
    }
  }

  void readDrafts(ChartInput input) {
    for (JsonNode resource : records.drafts()) {
      boolean selected =
          !input.selectionMatters() || input.selections().contains(Json.reference(resource));
      guarded(resource, () -> draft(resource, selected));
    }
  }

  private void draft(JsonNode resource, boolean selected) {
    switch (Json.text(resource, "resourceType")) {
      case "MedicationRequest" -> medications.draft(resource, selected, note(resource));
      case "ServiceRequest" -> facts.addAll(serviceRequests.read(resource, true));
      default -> {
        // a Medication that an order refers to, or an order that no rule is about
      }
    }
  }

  /** What goes wrong with one resource stays with it. The message of a failure may quote it. */
  private void guarded(JsonNode resource, Runnable reading) {
    try {
      reading.run();
    } catch (RuntimeException e) {
      note(resource).accept("could not be read: " + e.getClass().getSimpleName());
    }
  }

  private Consumer<String> note(JsonNode resource) {
    return what -> notes.add(Json.reference(resource) + " " + what);
  }
}
