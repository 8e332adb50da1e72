package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Range;
import org.glidepath.facts.Source;
import org.glidepath.pharmacology.Regimen.Kind;
import org.glidepath.pharmacology.Regimen.State;
import org.jspecify.annotations.Nullable;

/** A regimen, written as a chart would say it. */
final class RegimenBuilder {
  private final Drug drug;
  private final Kind kind;
  private final String reference;
  private final List<Instruction> instructions = new ArrayList<>();
  private Optional<LocalDate> from = Optional.empty();
  private Optional<LocalDate> to = Optional.empty();
  private Optional<String> replaces = Optional.empty();
  private Optional<LocalDate> supplyUntil = Optional.empty();
  private Optional<BigDecimal> suppliedMg = Optional.empty();
  private Optional<String> prescriber = Optional.empty();
  private Optional<String> statusReason = Optional.empty();
  private Set<String> dayTimes = Set.of();
  private boolean active;
  private boolean stops;

  private RegimenBuilder(Drug drug, Kind kind, String reference) {
    this.drug = drug;
    this.kind = kind;
    this.reference = reference;
  }

  static RegimenBuilder order(Drug drug, String id) {
    return new RegimenBuilder(drug, Kind.ORDER, "MedicationRequest/" + id);
  }

  static RegimenBuilder statement(Drug drug, String id) {
    return new RegimenBuilder(drug, Kind.STATEMENT, "MedicationStatement/" + id);
  }

  static RegimenBuilder fill(Drug drug, String id) {
    return new RegimenBuilder(drug, Kind.DISPENSE, "MedicationDispense/" + id);
  }

  RegimenBuilder daily(String mg) {
    return daily(mg, null, null);
  }

  RegimenBuilder daily(String mg, @Nullable String first, @Nullable String last) {
    instructions.add(
        new Instruction(
            Estimate.of(Range.of(mg)),
            Estimate.of(Range.of("7")),
            Optional.of(Range.of(mg)),
            Optional.of(1),
            false,
            dayTimes,
            Optional.ofNullable(first).map(LocalDate::parse),
            Optional.ofNullable(last).map(LocalDate::parse),
            Optional.empty()));
    return this;
  }

  RegimenBuilder from(String day) {
    from = Optional.of(LocalDate.parse(day));
    return this;
  }

  RegimenBuilder at(String dayTime) {
    dayTimes = Set.of(dayTime);
    return this;
  }

  RegimenBuilder by(String who) {
    prescriber = Optional.of(who);
    return this;
  }

  RegimenBuilder supply(String first, String last) {
    supplyUntil = Optional.of(LocalDate.parse(last));
    return LocalDate.parse(last).isBefore(Figures.TODAY) ? from(first).ended(last) : from(first);
  }

  /** Still in force, whatever its supply says. */
  RegimenBuilder stillActive() {
    active = true;
    return this;
  }

  /** One dose to all that are allowed in a day, when needed; nobody knows how often. */
  RegimenBuilder asNeeded(String dose, String most) {
    return asNeeded(
        dose, Estimate.of(Range.between(dose, most)), Estimate.of(Range.between("0", "7")));
  }

  /** One dose when needed; neither how often nor how much in a day. */
  RegimenBuilder asNeeded(String dose) {
    Estimate unknown = Estimate.unknown("taken as needed, use not recorded");
    return asNeeded(dose, unknown, unknown);
  }

  private RegimenBuilder asNeeded(String dose, Estimate dailyMg, Estimate daysPerWeek) {
    instructions.add(
        new Instruction(
            dailyMg,
            daysPerWeek,
            Optional.of(Range.of(dose)),
            Optional.empty(),
            true,
            dayTimes,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    return this;
  }

  RegimenBuilder because(String reason) {
    statusReason = Optional.of(reason);
    return this;
  }

  RegimenBuilder of(String mg) {
    suppliedMg = Optional.of(new BigDecimal(mg));
    return this;
  }

  RegimenBuilder ended(String day) {
    to = Optional.of(LocalDate.parse(day));
    return this;
  }

  RegimenBuilder replacing(String order) {
    replaces = Optional.of(order);
    return this;
  }

  RegimenBuilder stop() {
    stops = true;
    return this;
  }

  Regimen build() {
    return new Regimen(
        drug,
        kind,
        to.isPresent() && !active ? State.ENDED : State.ACTIVE,
        List.copyOf(instructions),
        from,
        active ? Optional.empty() : to,
        supplyUntil,
        suppliedMg,
        false,
        Set.of(),
        Set.of(),
        prescriber,
        replaces,
        statusReason,
        Optional.empty(),
        Source.of(reference));
  }

  DraftRegimen draft() {
    return new DraftRegimen(build(), stops, true, Set.of(), Optional.empty());
  }
}
