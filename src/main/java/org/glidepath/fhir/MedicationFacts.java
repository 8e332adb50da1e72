package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.glidepath.facts.ConflictingDrug;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.DraftOrder.Action;
import org.glidepath.facts.Fact;
import org.glidepath.facts.GivenDose;
import org.glidepath.facts.OrderedDose;
import org.glidepath.facts.OtherDailyDose;
import org.glidepath.facts.OtherDrug;
import org.glidepath.facts.Source;
import org.glidepath.facts.UnmappedDrug;
import org.glidepath.pharmacology.DraftRegimen;
import org.glidepath.pharmacology.Product.Strength;
import org.glidepath.pharmacology.Regimen;

/**
 * What orders, statements, fills and doses given say: of a benzodiazepine or Z-drug a regimen, of
 * every other drug that a value set knows a fact.
 */
final class MedicationFacts {

  private static final String ILLICIT = "illicit-supply";

  private final Records records;
  private final Meanings meanings;
  private final Medicines medicines;
  private final Dates dates;
  private final Reasons reasons;
  private final MedicationRequestReader requests;
  private final MedicationStatementReader statements;
  private final MedicationDispenseReader dispenses;
  private final MedicationAdministrationReader administrations;

  /** What was looked up already: an order is renewed month after month. */
  private final Map<Prescribed, Medicine> known = new HashMap<>();

  private final List<Fact> facts = new ArrayList<>();
  private final List<Regimen> recorded = new ArrayList<>();
  private final List<DraftRegimen> drafts = new ArrayList<>();
  private final DoseCourses courses = new DoseCourses();

  MedicationFacts(Records records, Meanings meanings, Medicines medicines, Dates dates) {
    this.records = records;
    this.meanings = meanings;
    this.medicines = medicines;
    this.dates = dates;
    this.reasons = new Reasons(records, meanings);
    this.requests = new MedicationRequestReader(dates);
    this.statements = new MedicationStatementReader(dates);
    this.dispenses = new MedicationDispenseReader(dates);
    this.administrations = new MedicationAdministrationReader(dates);
  }

  /** Other drugs, orders and doses of them, and drugs that are not sure. */
  List<Fact> facts() {
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(courses.courses());
    return all;
  }

  /** Use of benzodiazepines and Z-drugs on record. */
  List<Regimen> recorded() {
    return recorded;
  }

  /** Orders of benzodiazepines and Z-drugs that are being written. */
  List<DraftRegimen> drafts() {
    return drafts;
  }

  private Medicine medicine(JsonNode resource) {
    return known.computeIfAbsent(Prescribed.of(resource, records), medicines::of);
  }

  /** Reads what a resource on record says of the use of a drug. */
  void recorded(JsonNode resource, Consumer<String> note) {
    Medicine medicine = medicine(resource);
    if (!medicine.known()) {
      return;
    }
    Set<String> why = reasons.of(resource);
    Optional<Use> read = read(resource, medicine, why, note);
    if (read.isEmpty()) {
      return;
    }
    Use use = read.get().inOrder(note);
    List<Source> sources = List.of(use.source());
    medicine.drug().ifPresent(drug -> recorded.add(regimen(use, medicine, resource, why)));
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
                    sources))
        .ifPresent(drug -> taken(drug, use));
    if (use.current()) {
      unmapped(medicine, false, resource);
      if (use.kind() == Regimen.Kind.ORDER) {
        medicine
            .drug()
            .ifPresent(drug -> facts.add(OrderSetting.of(resource, drug, records, dates)));
      }
    }
    conflict(medicine, resource);
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

  private Regimen regimen(Use use, Medicine medicine, JsonNode resource, Set<String> why) {
    boolean unregulated =
        medicine.means().contains(ILLICIT)
            || meanings.in(ILLICIT, Coded.of(resource.path("category")));
    return use.of(
        medicine.drug().orElseThrow(),
        unregulated,
        why,
        Routes.of(resource, meanings),
        prescriber(resource),
        Records.named(resource.path("priorPrescription")),
        statusReason(resource),
        medicine.form());
  }

  /** One concept in an order, several in a statement; the first that says anything. */
  private static Optional<String> statusReason(JsonNode resource) {
    return Json.list(resource, "statusReason").stream()
        .map(reason -> Coded.of(reason).name())
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /** Who ordered it, by reference, else by name. */
  private static Optional<String> prescriber(JsonNode resource) {
    JsonNode requester = resource.path("requester");
    String name = Json.text(requester, "display");
    return Records.named(requester).or(() -> name.isEmpty() ? Optional.empty() : Optional.of(name));
  }

  /** Reads what an order that is being written asks for. */
  void draft(JsonNode resource, boolean selected, Consumer<String> note) {
    Medicine medicine = medicine(resource);
    if (!medicine.known()) {
      return;
    }
    Use use = requests.draft(resource, medicine.strength(), note);
    List<Source> sources = List.of(use.source());
    Set<String> why = reasons.of(resource);
    medicine
        .drug()
        .ifPresent(
            drug ->
                drafts.add(
                    new DraftRegimen(
                        regimen(use, medicine, resource, why),
                        !use.current(),
                        selected,
                        medicine.means(),
                        StatedEquivalents.of(resource))));
    medicine
        .other()
        .map(
            name ->
                new DraftOrder(
                    name,
                    medicine.means(),
                    Optional.empty(),
                    action(name, use),
                    selected,
                    why,
                    Routes.of(resource, meanings),
                    sources))
        .ifPresent(order -> ordered(order, use, resource, medicine));
    unmapped(medicine, true, resource);
    conflict(medicine, resource);
  }

  private void ordered(DraftOrder order, Use use, JsonNode resource, Medicine medicine) {
    facts.add(order);
    if (order.action() != Action.STOP) {
      use.highestDailyMg(dates.today()).ifPresent(mg -> facts.add(new OrderedDose(order, mg)));
      courses.ordered(order, requests.doses(resource, medicine.strength()));
    }
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

  private void unmapped(Medicine medicine, boolean ordered, JsonNode resource) {
    medicine
        .unmapped()
        .ifPresent(text -> facts.add(new UnmappedDrug(text, ordered, named(resource))));
  }

  private static List<Source> named(JsonNode resource) {
    return List.of(new Source(Json.reference(resource), Prescribed.element(resource)));
  }

  private void conflict(Medicine medicine, JsonNode resource) {
    medicine
        .conflict()
        .ifPresent(
            conflict ->
                facts.add(
                    new ConflictingDrug(conflict.byCode(), conflict.byText(), named(resource))));
  }
}
