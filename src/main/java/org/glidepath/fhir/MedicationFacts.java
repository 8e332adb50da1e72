package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.glidepath.facts.Fact;
import org.glidepath.pharmacology.DraftRegimen;
import org.glidepath.pharmacology.Regimen;

/**
 * What orders, statements, fills and doses given say: of a benzodiazepine or Z-drug a regimen, of
 * every other drug that a value set knows a fact.
 */
final class MedicationFacts {

  private final Records records;
  private final Medicines medicines;
  private final Reasons reasons;
  private final DoseCourses courses = new DoseCourses();
  private final RecordedMedications recorded;
  private final DraftedMedications drafts;

  /** What was looked up already: an order is renewed month after month. */
  private final Map<Prescribed, Medicine> known = new HashMap<>();

  MedicationFacts(Records records, Meanings meanings, Medicines medicines, Dates dates) {
    RegimenReader regimens = new RegimenReader(meanings);
    this.records = records;
    this.medicines = medicines;
    this.reasons = new Reasons(records, meanings);
    this.recorded = new RecordedMedications(records, dates, regimens, courses);
    this.drafts = new DraftedMedications(meanings, dates, regimens, courses, recorded::inUse);
  }

  /** Other drugs, orders and doses of them, and drugs that are not sure. */
  List<Fact> facts() {
    List<Fact> all = new ArrayList<>(recorded.facts());
    all.addAll(drafts.facts());
    all.addAll(courses.courses());
    return all;
  }

  /** Use of benzodiazepines and Z-drugs on record. */
  List<Regimen> recorded() {
    return recorded.regimens();
  }

  /** Orders of benzodiazepines and Z-drugs that are being written. */
  List<DraftRegimen> drafts() {
    return drafts.regimens();
  }

  /** Reads what a resource on record says of the use of a drug. */
  void recorded(JsonNode resource, Consumer<String> note) {
    Medicine medicine = medicine(resource);
    if (medicine.known()) {
      recorded.add(resource, medicine, reasons.of(resource), note);
    }
  }

  /** Reads what an order that is being written asks for. */
  void draft(JsonNode resource, boolean selected, Consumer<String> note) {
    Medicine medicine = medicine(resource);
    if (medicine.known()) {
      drafts.add(resource, medicine, reasons.of(resource), selected, note);
    }
  }

  private Medicine medicine(JsonNode resource) {
    return known.computeIfAbsent(Prescribed.of(resource, records), medicines::of);
  }
}
