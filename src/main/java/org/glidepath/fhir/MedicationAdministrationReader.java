package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

  private static final Duration DAY = Duration.ofDays(1);

  private static final BigDecimal MINUTES_OF_DAY = BigDecimal.valueOf(24 * 60L);
  private static final MathContext PRECISION = MathContext.DECIMAL64;

  /** A year: one administration that lasts longer is a mistake. */
  private static final Duration LONGEST = Duration.ofDays(366);

  private static final Set<MedicationAdministrationStatus> NOT_GIVEN =
      EnumSet.of(
          MedicationAdministrationStatus.NOTDONE, MedicationAdministrationStatus.ENTEREDINERROR);

  private final Dates dates;

  MedicationAdministrationReader(Dates dates) {
    this.dates = dates;
  }

  /** The dose that was given; empty where none was given. */
  Optional<Administered> read(JsonNode json, Optional<Strength> strength, Consumer<String> note) {
    Dosages<MedicationAdministration> read =
        Dosages.read(
            new UseJson(json, ELEMENTS, DOSAGE), MedicationAdministration.class, DOSAGE, note);
    MedicationAdministration given = read.resource();
    Optional<LocalDate> from = from(given);
    if (NOT_GIVEN.contains(given.getStatus()) || from.filter(dates.today()::isBefore).isPresent()) {
      return Optional.empty();
    }
    boolean running = running(given);
    Optional<Duration> lasted = lasted(given, running);
    Estimate mg = unreadable();
    Estimate dailyMg = mg;
    if (read.readable()) {
      mg = dose(given, lasted, strength);
      dailyMg = ofADay(given, mg, lasted, strength);
    }
    return Optional.of(
        new Administered(
            use(
                read.source(),
                running,
                dailyMg,
                from,
                running ? Optional.empty() : to(given).or(() -> from)),
            mg,
            given.getDosage().hasRate(),
            running ? Optional.of(0) : ended(given).map(dates::minutesSince),
            lasted.map(time -> Math.toIntExact(time.toHours()))));
  }

  /** mg on one day; an amount given over several days is spread evenly over them. */
  private Estimate ofADay(
      MedicationAdministration given,
      Estimate mg,
      Optional<Duration> lasted,
      Optional<Strength> strength) {
    if (!given.getDosage().hasDose()) {
      return dose(given, lasted.map(time -> time.compareTo(DAY) > 0 ? DAY : time), strength);
    }
    Optional<BigDecimal> days =
        lasted
            .map(time -> BigDecimal.valueOf(time.toMinutes()).divide(MINUTES_OF_DAY, PRECISION))
            .or(() -> calendarDays(given))
            .filter(count -> count.compareTo(BigDecimal.ONE) > 0);
    return mg.known()
        .flatMap(all -> days.map(count -> all.times(BigDecimal.ONE.divide(count, PRECISION))))
        .map(Estimate::of)
        .orElse(mg);
  }

  /** From its first day to its last, both included. */
  private Optional<BigDecimal> calendarDays(MedicationAdministration given) {
    return from(given)
        .flatMap(first -> to(given).map(last -> ChronoUnit.DAYS.between(first, last) + 1))
        .map(BigDecimal::valueOf);
  }

  private static Estimate unreadable() {
    return Estimate.unknown("dosage could not be read");
  }

  private static Use use(
      Source source,
      boolean running,
      Estimate dailyMg,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {
    Estimate often = Estimate.unknown("a single dose, not regular use");
    return new Use(
        Regimen.Kind.ADMINISTRATION,
        running ? Regimen.State.ACTIVE : Regimen.State.ENDED,
        List.of(
            new Instruction(
                dailyMg,
                often,
                Optional.empty(),
                Optional.empty(),
                false,
                Set.of(),
                from,
                to,
                Optional.empty())),
        from,
        to,
        Optional.empty(),
        Optional.empty(),
        source);
  }

  private boolean running(MedicationAdministration given) {
    return given.getStatus() == MedicationAdministrationStatus.INPROGRESS
        && to(given).filter(dates.today()::isAfter).isEmpty();
  }

  /** mg given; of an infusion without an amount its rate for as long as it ran. */
  private static Estimate dose(
      MedicationAdministration given, Optional<Duration> lasted, Optional<Strength> strength) {
    MedicationAdministrationDosageComponent dosage = given.getDosage();
    if (dosage.hasDose()) {
      return DoseReader.quantity(dosage.getDose(), strength);
    }
    Optional<Range> hours =
        lasted
            .map(Duration::toMinutes)
            .filter(minutes -> minutes > 0)
            .map(minutes -> Range.of(BigDecimal.valueOf(minutes / 60.0)));
    return dosage.hasRate()
        ? Infusion.mg(dosage.getRate(), hours, strength)
        : Estimate.unknown("no dose recorded");
  }

  /** From the first moment to the last or, of what goes on, to now; empty without both times. */
  private Optional<Duration> lasted(MedicationAdministration given, boolean running) {
    Optional<Instant> end = running ? Optional.of(dates.now()) : ended(given);
    return begun(given)
        .flatMap(start -> end.map(last -> Duration.between(start, last)))
        .filter(time -> !time.isNegative() && !time.isZero() && time.compareTo(LONGEST) < 0);
  }

  private Optional<Instant> begun(MedicationAdministration given) {
    return given.getEffective() instanceof Period period
        ? dates.moment(period.getStartElement().getValueAsString())
        : moment(given);
  }

  private Optional<Instant> ended(MedicationAdministration given) {
    return given.getEffective() instanceof Period period
        ? dates.moment(period.getEndElement().getValueAsString())
        : moment(given);
  }

  private Optional<Instant> moment(MedicationAdministration given) {
    return given.getEffective() instanceof BaseDateTimeType date
        ? dates.moment(date.getValueAsString())
        : Optional.empty();
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
