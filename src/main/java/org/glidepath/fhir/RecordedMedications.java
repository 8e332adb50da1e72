package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.glidepath.facts.Fact;
import org.glidepath.facts.GivenDose;
import org.glidepath.facts.OtherDailyDose;
import org.glidepath.facts.OtherDrug;
import org.glidepath.pharmacology.Product.Strength;
import org.glidepath.pharmacology.Regimen;

/** The use of drugs on record: by orders, statements, fills and doses given. */
final class RecordedMedications {

  private final Records records;
  private final Dates dates;
  private final RegimenReader regimenReader;
  private final DoseCourses courses;
  private final MedicationRequestReader requests;
  private final MedicationStatementReader statements;
  private final MedicationDispenseReader dispenses;
  private final MedicationAdministrationReader administrations;

  private final List<Fact> facts = new ArrayList<>();
  private final List<Regimen> regimens = new ArrayList<>();

  /**
   * Nothing on record yet.
   *
   * @param courses takes the doses that were given
   */
  RecordedMedications(
      Records records, Dates dates, RegimenReader regimenReader, DoseCourses courses) {
    this.records = records;
    this.dates = dates;
    this.regimenReader = regimenReader;
    this.courses = courses;
    this.requests = new MedicationRequestReader(dates);
    this.statements = new MedicationStatementReader(dates);
    this.dispenses = new MedicationDispenseReader(dates);
    this.administrations = new MedicationAdministrationReader(dates);
  }

  /** Other drugs and doses of them, and drugs that are not sure. */
  List<Fact> facts() {
    return facts;
  }

  /** Use of benzodiazepines and Z-drugs. */
  List<Regimen> regimens() {
    return regimens;
  }

  /** Whether a drug that is neither benzodiazepine nor Z-drug is in use. */
  boolean inUse(String name) {
    return facts.stream()
        .anyMatch(
            fact -> fact instanceof OtherDrug drug && drug.current() && drug.name().equals(name));
  }

  /** Takes what a resource says of the use of a drug. */
  void add(JsonNode resource, Medicine medicine, Set<String> why, Consumer<String> note) {
    Optional<Use> read = read(resource, medicine, why, note);
    if (read.isEmpty()) {
      return;
    }
    Use use = read.get().inOrder(note);
    medicine
        .drug()
        .map(drug -> regimenReader.regimen(drug, use, medicine, resource, why))
        .ifPresent(regimens::add);
    medicine
        .other()
        .map(
            name ->
                new OtherDrug(
                    name,
                    medicine.means(),
                    use.current(),
                    daysSince(use),
                    use.from().map(dates::daysSince),
                    why,
                    List.of(use.source())))
        .ifPresent(drug -> taken(drug, use));
    if (use.current()) {
      facts.addAll(DoubtfulNames.unmapped(medicine, false, resource));
      if (use.kind() == Regimen.Kind.ORDER) {
        medicine
            .drug()
            .ifPresent(drug -> facts.add(OrderSetting.of(resource, drug, records, dates)));
      }
    }
    facts.addAll(DoubtfulNames.conflict(medicine, resource));
  }

  private Optional<Use> read(
      JsonNode resource, Medicine medicine, Set<String> why, Consumer<String> note) {
    Optional<Strength> strength = medicine.strength();
    return switch (Json.text(resource, "resourceType")) {
      case "MedicationRequest" -> requests.recorded(resource, strength, note);
      case "MedicationStatement" -> statements.read(resource, strength, note);
      case "MedicationDispense" -> dispenses.read(resource, strength, note);
      default -> {
        var given = administrations.read(resource, strength, note);
        given.map(dose -> dose.fact(medicine, why)).ifPresent(this::given);
        yield given.map(Administered::use);
      }
    };
  }

  private void taken(OtherDrug drug, Use use) {
    facts.add(drug);
    LocalDate day = drug.current() ? dates.today() : use.to().orElse(dates.today());
    use.dailyMg(day).ifPresent(mg -> facts.add(new OtherDailyDose(drug, mg)));
  }

  private void given(GivenDose dose) {
    facts.add(dose);
    courses.given(dose);
  }

  private int daysSince(Use use) {
    if (use.current()) {
      return 0;
    }
    return use.to().map(dates::daysSince).orElse(Integer.MAX_VALUE);
  }
}
