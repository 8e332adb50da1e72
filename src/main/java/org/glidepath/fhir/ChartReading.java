package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.glidepath.facts.ConflictingDrug;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.DraftOrder.Action;
import org.glidepath.facts.Fact;
import org.glidepath.facts.OtherDrug;
import org.glidepath.facts.Source;
import org.glidepath.facts.UnmappedDrug;
import org.glidepath.pharmacology.DraftRegimen;
import org.glidepath.pharmacology.Product.Strength;
import org.glidepath.pharmacology.Regimen;

/** One reading of one patient's resources: every resource goes to the reader of its type. */
final class ChartReading {

  private static final String ILLICIT = "illicit-supply";

  private final Records records;
  private final Meanings meanings;
  private final Medicines medicines;
  private final Dates dates;
  private final MedicationRequestReader requests;
  private final MedicationStatementReader statements;
  private final MedicationDispenseReader dispenses;
  private final MedicationAdministrationReader administrations;
  private final ConditionReader conditions;
  private final ObservationReader observations;
  private final PatientReader patients;

  private final List<Fact> facts = new ArrayList<>();
  private final List<Regimen> recorded = new ArrayList<>();
  private final List<DraftRegimen> drafts = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();

  ChartReading(Records records, Meanings meanings, Medicines medicines, Dates dates) {
    this.records = records;
    this.meanings = meanings;
    this.medicines = medicines;
    this.dates = dates;
    this.requests = new MedicationRequestReader(dates);
    this.statements = new MedicationStatementReader(dates);
    this.dispenses = new MedicationDispenseReader(dates);
    this.administrations = new MedicationAdministrationReader(dates);
    this.conditions = new ConditionReader(meanings, dates);
    this.observations = new ObservationReader(meanings, dates);
    this.patients = new PatientReader(dates);
  }

  Chart chart() {
    return new Chart(facts, recorded, drafts, List.copyOf(notes));
  }

  void readRecorded() {
    List<JsonNode> encounters = new ArrayList<>();
    for (JsonNode resource : records.recorded()) {
      if (Json.text(resource, "resourceType").equals("Encounter")) {
        encounters.add(resource);
      } else {
        guarded(resource, () -> recorded(resource));
      }
    }
    EncounterReader.read(encounters, dates).ifPresent(facts::add);
  }

  void readDrafts(ChartInput input) {
    for (JsonNode resource : records.drafts()) {
      if (Json.text(resource, "resourceType").equals("MedicationRequest")) {
        boolean selected =
            !input.selectionMatters() || input.selections().contains(Json.reference(resource));
        guarded(resource, () -> draft(resource, selected));
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

  private void recorded(JsonNode resource) {
    switch (Json.text(resource, "resourceType")) {
      case "Patient" -> patients.read(resource, note(resource)).ifPresent(facts::add);
      case "Condition" -> facts.addAll(conditions.read(resource));
      case "Observation" -> facts.addAll(observations.read(resource));
      case "MedicationRequest",
          "MedicationStatement",
          "MedicationDispense",
          "MedicationAdministration" ->
          use(resource);
      default -> {
        // of no use to any rule
      }
    }
  }

  private void use(JsonNode resource) {
    Medicine medicine = medicines.of(resource, records);
    if (!medicine.known()) {
      return;
    }
    Optional<Use> read = read(resource, medicine.strength());
    if (read.isEmpty()) {
      return;
    }
    Use use = read.get().inOrder(note(resource));
    List<Source> sources = List.of(use.source());
    boolean unregulated = unregulated(resource, medicine);
    medicine.drug().ifPresent(drug -> recorded.add(use.of(drug, unregulated)));
    medicine
        .other()
        .ifPresent(
            name ->
                facts.add(
                    new OtherDrug(
                        name,
                        medicine.means(),
                        use.current(),
                        daysSince(use),
                        use.from().map(dates::daysSince),
                        reasons(resource),
                        sources)));
    if (use.current()) {
      medicine.unmapped().ifPresent(text -> facts.add(new UnmappedDrug(text, false, sources)));
    }
    conflict(medicine, sources);
  }

  private Optional<Use> read(JsonNode resource, Optional<Strength> strength) {
    Consumer<String> note = note(resource);
    return switch (Json.text(resource, "resourceType")) {
      case "MedicationRequest" -> requests.recorded(resource, strength, note);
      case "MedicationStatement" -> statements.read(resource, strength, note);
      case "MedicationDispense" -> dispenses.read(resource, strength, note);
      default -> administrations.read(resource, strength, note);
    };
  }

  private int daysSince(Use use) {
    if (use.current()) {
      return 0;
    }
    return use.to().map(dates::daysSince).orElse(Integer.MAX_VALUE);
  }

  private boolean unregulated(JsonNode use, Medicine medicine) {
    return medicine.means().contains(ILLICIT)
        || meanings.in(ILLICIT, Coded.of(use.path("category")));
  }

  private void draft(JsonNode resource, boolean selected) {
    Medicine medicine = medicines.of(resource, records);
    if (!medicine.known()) {
      return;
    }
    Use use = requests.draft(resource, medicine.strength(), note(resource));
    List<Source> sources = List.of(use.source());
    Set<String> reasons = reasons(resource);
    medicine
        .drug()
        .ifPresent(
            drug ->
                drafts.add(
                    new DraftRegimen(
                        use.of(drug, unregulated(resource, medicine)),
                        !use.current(),
                        selected,
                        reasons,
                        medicine.means(),
                        Records.named(resource.path("priorPrescription")))));
    medicine
        .other()
        .ifPresent(
            name ->
                facts.add(
                    new DraftOrder(
                        name,
                        medicine.means(),
                        Optional.empty(),
                        action(name, use),
                        selected,
                        reasons,
                        sources)));
    medicine.unmapped().ifPresent(text -> facts.add(new UnmappedDrug(text, true, sources)));
    conflict(medicine, sources);
  }

  private Action action(String name, Use ordered) {
    if (!ordered.current()) {
      return Action.STOP;
    }
    boolean inUse =
        facts.stream()
            .anyMatch(
                fact ->
                    fact instanceof OtherDrug drug && drug.current() && drug.name().equals(name));
    return inUse ? Action.CHANGE : Action.START;
  }

  private void conflict(Medicine medicine, List<Source> sources) {
    medicine
        .conflict()
        .ifPresent(
            conflict ->
                facts.add(new ConflictingDrug(conflict.byCode(), conflict.byText(), sources)));
  }

  /** What the reasons mean: coded on the order, or by the conditions it refers to. */
  private Set<String> reasons(JsonNode order) {
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode reason : Json.list(order, "reasonCode")) {
      ids.addAll(meanings.of(Coded.of(reason)));
    }
    for (JsonNode reference : Json.list(order, "reasonReference")) {
      records
          .resolve(reference, order)
          .ifPresent(condition -> ids.addAll(meanings.of(Coded.of(condition.path("code")))));
    }
    return ids;
  }
}
