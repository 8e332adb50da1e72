package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.glidepath.pharmacology.Instruction;
import org.glidepath.pharmacology.Product.Strength;
import org.glidepath.pharmacology.Regimen;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;

/** What somebody says is, was or will be taken. */
final class MedicationStatementReader {

  private static final String DOSAGE = "dosage";
  private static final List<String> ELEMENTS =
      List.of("resourceType", "id", "status", "effectiveDateTime", "effectivePeriod");

  private static final Set<MedicationStatementStatus> NO_USE =
      EnumSet.of(MedicationStatementStatus.NOTTAKEN, MedicationStatementStatus.ENTEREDINERROR);

  private static final Set<MedicationStatementStatus> OVER =
      EnumSet.of(MedicationStatementStatus.COMPLETED, MedicationStatementStatus.STOPPED);

  private final Dates dates;

  MedicationStatementReader(Dates dates) {
    this.dates = dates;
  }

  /**
   * The use that a statement tells of; empty where it tells of none.
   *
   * <p>The day on which it was asserted is not the day on which use began, only later than that.
   */
  Optional<Use> read(JsonNode json, Optional<Strength> strength, Consumer<String> note) {
    Dosages<MedicationStatement> read =
        Dosages.read(new UseJson(json, ELEMENTS, DOSAGE), MedicationStatement.class, DOSAGE, note);
    MedicationStatement statement = read.resource();
    Optional<LocalDate> from = from(statement);
    boolean begun = from.filter(dates.today()::isBefore).isEmpty();
    boolean intended = statement.getStatus() == MedicationStatementStatus.INTENDED;
    if (NO_USE.contains(statement.getStatus()) || (intended && from.isEmpty())) {
      return Optional.empty();
    }
    if (!begun) {
      note.accept("starts after the evaluation date and was left out");
      return Optional.empty();
    }
    List<Instruction> instructions =
        MedicationRequestReader.known(
            read.instructions(MedicationStatement::getDosage, strength, from, dates));
    Optional<LocalDate> end = end(statement).or(() -> Use.lastDay(instructions));
    boolean over =
        OVER.contains(statement.getStatus()) || end.filter(dates.today()::isAfter).isPresent();
    return Optional.of(
        new Use(
            Regimen.Kind.STATEMENT,
            over ? Regimen.State.ENDED : Regimen.State.ACTIVE,
            instructions,
            from,
            over ? end.map(day -> day.isAfter(dates.today()) ? dates.today() : day) : end,
            Optional.empty(),
            Optional.empty(),
            read.source()));
  }

  private Optional<LocalDate> from(MedicationStatement statement) {
    return statement.hasEffectiveDateTimeType()
        ? dates.earliest(statement.getEffectiveDateTimeType())
        : statement.hasEffectivePeriod()
            ? dates.start(statement.getEffectivePeriod())
            : Optional.empty();
  }

  private Optional<LocalDate> end(MedicationStatement statement) {
    return statement.hasEffectivePeriod()
        ? dates.end(statement.getEffectivePeriod())
        : Optional.empty();
  }
}
