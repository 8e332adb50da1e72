package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.glidepath.facts.Range;
import org.glidepath.facts.Source;
import org.glidepath.pharmacology.Estimate;
import org.glidepath.pharmacology.Instruction;
import org.glidepath.pharmacology.Product.Strength;
import org.glidepath.pharmacology.Regimen;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationDosageComponent;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.Period;

/** Doses that were given. */
final class MedicationAdministrationReader {

  private static final String DOSAGE = "dosage";
  private static final List<String> ELEMENTS =
      List.of("resourceType", "id", "status", "effectiveDateTime", "effectivePeriod");

  private static final Set<MedicationAdministrationStatus> NOT_GIVEN =
      EnumSet.of(
          MedicationAdministrationStatus.NOTDONE, MedicationAdministrationStatus.ENTEREDINERROR);

  private final Dates dates;

  MedicationAdministrationReader(Dates dates) {
    this.dates = dates;
  }

  /** The dose that was given, as use on its day or days; empty where none was given. */
  Optional<Use> read(JsonNode json, Optional<Strength> strength, Consumer<String> note) {
    Dosages<MedicationAdministration> read =
        Dosages.read(
            new UseJson(json, ELEMENTS, DOSAGE), MedicationAdministration.class, DOSAGE, note);
    MedicationAdministration given = read.resource();
    Optional<LocalDate> from = from(given);
    if (NOT_GIVEN.contains(given.getStatus()) || from.filter(dates.today()::isBefore).isPresent()) {
      return Optional.empty();
    }
    boolean running = given.getStatus() == MedicationAdministrationStatus.INPROGRESS;
    Optional<LocalDate> to = running ? Optional.empty() : to(given).or(() -> from);
    Estimate mg =
        read.readable() ? dose(given, strength) : Estimate.unknown("dosage could not be read");
    Instruction instruction =
        new Instruction(mg, Estimate.unknown("a single dose, not regular use"), false, from, to);
    return Optional.of(
        new Use(
            Regimen.Kind.ADMINISTRATION,
            running ? Regimen.State.ACTIVE : Regimen.State.ENDED,
            List.of(instruction),
            from,
            to,
            Optional.empty(),
            Source.of(Json.reference(json))));
  }

  /** mg given; of an infusion its rate for as long as it ran. */
  private static Estimate dose(MedicationAdministration given, Optional<Strength> strength) {
    MedicationAdministrationDosageComponent dosage = given.getDosage();
    if (dosage.hasDose()) {
      return DoseReader.quantity(dosage.getDose(), strength);
    }
    return dosage.hasRate()
        ? Infusion.mg(dosage.getRate(), hours(given), strength)
        : Estimate.unknown("no dose recorded");
  }

  private static Optional<Range> hours(MedicationAdministration given) {
    if (!(given.getEffective() instanceof Period period)
        || period.getStart() == null
        || period.getEnd() == null) {
      return Optional.empty();
    }
    Duration duration =
        Duration.between(period.getStart().toInstant(), period.getEnd().toInstant());
    return duration.isNegative() || duration.isZero()
        ? Optional.empty()
        : Optional.of(Range.of(BigDecimal.valueOf(duration.toMinutes() / 60.0)));
  }

  private Optional<LocalDate> from(MedicationAdministration given) {
    if (given.getEffective() instanceof BaseDateTimeType date) {
      return dates.earliest(date);
    }
    return given.getEffective() instanceof Period period ? dates.start(period) : Optional.empty();
  }

  private Optional<LocalDate> to(MedicationAdministration given) {
    return given.getEffective() instanceof Period period ? dates.end(period) : Optional.empty();
  }
}
