package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.glidepath.facts.Range;
import org.glidepath.pharmacology.Instruction;
import org.glidepath.pharmacology.Product.Strength;
import org.glidepath.pharmacology.Regimen;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;

/** Fills: use from the day a supply was handed over to the day it runs out. */
final class MedicationDispenseReader {

  private static final String DOSAGE = "dosageInstruction";
  private static final List<String> ELEMENTS =
      List.of(
          "resourceType",
          "id",
          "status",
          "quantity",
          "daysSupply",
          "whenPrepared",
          "whenHandedOver");

  /** Nothing was handed over. */
  private static final Set<MedicationDispenseStatus> NO_USE =
      EnumSet.of(
          MedicationDispenseStatus.PREPARATION,
          MedicationDispenseStatus.CANCELLED,
          MedicationDispenseStatus.DECLINED,
          MedicationDispenseStatus.ENTEREDINERROR);

  private final Dates dates;

  MedicationDispenseReader(Dates dates) {
    this.dates = dates;
  }

  /**
   * The use that a fill tells of; empty where nothing was handed over.
   *
   * <p>A supply of unknown length tells of use on its first day only.
   */
  Optional<Use> read(JsonNode json, Optional<Strength> strength, Consumer<String> note) {
    Dosages<MedicationDispense> read =
        Dosages.read(new UseJson(json, ELEMENTS, DOSAGE), MedicationDispense.class, DOSAGE, note);
    MedicationDispense fill = read.resource();
    Optional<LocalDate> from =
        dates
            .earliest(fill.getWhenHandedOverElement())
            .or(() -> dates.earliest(fill.getWhenPreparedElement()));
    if (NO_USE.contains(fill.getStatus())) {
      return Optional.empty();
    }
    if (from.filter(dates.today()::isBefore).isPresent()) {
      note.accept("starts after the evaluation date and was left out");
      return Optional.empty();
    }
    List<Instruction> instructions =
        MedicationRequestReader.known(
            read.instructions(MedicationDispense::getDosageInstruction, strength, from, dates));
    Optional<LocalDate> supply = supply(fill, from, instructions, strength);
    boolean active = supply.filter(day -> !day.isBefore(dates.today())).isPresent();
    return Optional.of(
        new Use(
            Regimen.Kind.DISPENSE,
            active ? Regimen.State.ACTIVE : Regimen.State.ENDED,
            instructions,
            from,
            supply.or(() -> from),
            supply,
            DoseReader.quantity(fill.getQuantity(), strength).known().map(Range::high),
            read.source()));
  }

  private static Optional<LocalDate> supply(
      MedicationDispense fill,
      Optional<LocalDate> from,
      List<Instruction> instructions,
      Optional<Strength> strength) {
    Optional<Integer> days =
        Bounds.days(fill.getDaysSupply())
            .or(() -> Supply.days(fill.getQuantity(), instructions, strength));
    return from.flatMap(first -> days.map(count -> first.plusDays(count - 1L)));
  }
}
