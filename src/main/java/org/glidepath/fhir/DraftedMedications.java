package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.DraftOrder.Action;
import org.glidepath.facts.Fact;
import org.glidepath.facts.OrderedDose;
import org.glidepath.pharmacology.DraftRegimen;

/** The orders of drugs that are being written. */
final class DraftedMedications {

  private final Meanings meanings;
  private final Dates dates;
  private final RegimenReader regimenReader;
  private final DoseCourses courses;
  private final Predicate<String> inUse;
  private final MedicationRequestReader requests;

  private final List<Fact> facts = new ArrayList<>();
  private final List<DraftRegimen> regimens = new ArrayList<>();

  /**
   * No order yet.
   *
   * @param courses takes the doses that are ordered
   * @param inUse whether a drug that is neither benzodiazepine nor Z-drug is in use
   */
  DraftedMedications(
      Meanings meanings,
      Dates dates,
      RegimenReader regimenReader,
      DoseCourses courses,
      Predicate<String> inUse) {
    this.meanings = meanings;
    this.dates = dates;
    this.regimenReader = regimenReader;
    this.courses = courses;
    this.inUse = inUse;
    this.requests = new MedicationRequestReader(dates);
  }

  /** Orders of other drugs and their doses, and drugs that are not sure. */
  List<Fact> facts() {
    return facts;
  }

  /** Orders of benzodiazepines and Z-drugs. */
  List<DraftRegimen> regimens() {
    return regimens;
  }

  /** Takes what an order asks for. */
  void add(
      JsonNode resource,
      Medicine medicine,
      Set<String> why,
      boolean selected,
      Consumer<String> note) {
    Use use = requests.draft(resource, medicine.strength(), note);
    medicine
        .drug()
        .map(drug -> regimenReader.regimen(drug, use, medicine, resource, why))
        .map(
            regimen ->
                new DraftRegimen(
                    regimen,
                    !use.current(),
                    selected,
                    medicine.means(),
                    StatedEquivalents.of(resource)))
        .ifPresent(regimens::add);
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
                    List.of(use.source())))
        .ifPresent(order -> ordered(order, use, resource, medicine));
    facts.addAll(DoubtfulNames.unmapped(medicine, true, resource));
    facts.addAll(DoubtfulNames.conflict(medicine, resource));
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
    return inUse.test(name) ? Action.CHANGE : Action.START;
  }
}
