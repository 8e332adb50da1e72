package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glidepath.pharmacology.Instruction;
import org.glidepath.pharmacology.Product.Strength;
import org.glidepath.pharmacology.Regimen;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;

/** Orders: those on record are use, those being written are proposals. */
final class MedicationRequestReader {

  private static final String DOSAGE = "dosageInstruction";
  private static final List<String> ELEMENTS =
      List.of(
          "resourceType",
          "id",
          "status",
          "intent",
          "doNotPerform",
          "authoredOn",
          "dispenseRequest",
          "extension");

  /** Suggestions that nobody has ordered yet. */
  private static final Set<MedicationRequestIntent> NOT_ORDERED =
      EnumSet.of(
          MedicationRequestIntent.PROPOSAL,
          MedicationRequestIntent.PLAN,
          MedicationRequestIntent.OPTION);

  /**
   * The body does not know of a hold: what is on hold counts as in use until it is stopped. An
   * order of unknown status counts too.
   */
  private static final Set<MedicationRequestStatus> IN_USE =
      EnumSet.of(
          MedicationRequestStatus.ACTIVE,
          MedicationRequestStatus.ONHOLD,
          MedicationRequestStatus.UNKNOWN);

  private static final Set<MedicationRequestStatus> TO_BE_TAKEN =
      EnumSet.of(
          MedicationRequestStatus.DRAFT,
          MedicationRequestStatus.ACTIVE,
          MedicationRequestStatus.UNKNOWN);

  private final Dates dates;

  MedicationRequestReader(Dates dates) {
    this.dates = dates;
  }

  /** The use that an order on record tells of; empty where it tells of none. */
  Optional<Use> recorded(JsonNode json, Optional<Strength> strength, Consumer<String> note) {
    Dosages<MedicationRequest> read = read(json, note);
    MedicationRequest order = read.resource();
    Optional<LocalDate> from = start(order);
    if (noUse(order)) {
      return Optional.empty();
    }
    if (from.filter(dates.today()::isBefore).isPresent()) {
      note.accept("starts after the evaluation date and was left out");
      return Optional.empty();
    }
    List<Instruction> instructions = known(instructions(read, strength, from));
    Optional<LocalDate> supply =
        Supply.until(order.getDispenseRequest(), from, instructions, strength);
    boolean inUse = order.getStatus() == null || IN_USE.contains(order.getStatus());
    Optional<LocalDate> end = Use.lastDay(instructions);
    boolean active = inUse && end.filter(dates.today()::isAfter).isEmpty();
    return Optional.of(
        new Use(
            Regimen.Kind.ORDER,
            active ? Regimen.State.ACTIVE : Regimen.State.ENDED,
            instructions,
            from,
            active ? end : ended(order, inUse ? Optional.empty() : supply, end),
            supply,
            Optional.empty(),
            read.source()));
  }

  private static boolean noUse(MedicationRequest order) {
    return order.getStatus() == MedicationRequestStatus.DRAFT
        || order.getStatus() == MedicationRequestStatus.ENTEREDINERROR
        || order.getDoNotPerform()
        || NOT_ORDERED.contains(order.getIntent());
  }

  /**
   * The last day of an order that has ended, and that is no later than today: as it says, else that
   * of its supply, of its instructions, or of its validity.
   */
  private Optional<LocalDate> ended(
      MedicationRequest order, Optional<LocalDate> supply, Optional<LocalDate> instructed) {
    return statusChanged(order)
        .or(() -> supply)
        .or(() -> instructed)
        .or(() -> dates.end(order.getDispenseRequest().getValidityPeriod()))
        .map(day -> day.isAfter(dates.today()) ? dates.today() : day);
  }

  /**
   * What an order that is being written asks for. It begins today where it gives no date; a stop
   * without one says nothing about when the use began.
   */
  Use draft(JsonNode json, Optional<Strength> strength, Consumer<String> note) {
    Dosages<MedicationRequest> read = read(json, note);
    MedicationRequest order = read.resource();
    Optional<LocalDate> from = start(order).or(() -> Optional.of(dates.today()));
    List<Instruction> instructions = instructions(read, strength, from);
    boolean stops = stops(order) || Use.allZero(instructions);
    return new Use(
        Regimen.Kind.ORDER,
        stops ? Regimen.State.ENDED : Regimen.State.ACTIVE,
        instructions,
        stops ? start(order) : from,
        Use.lastDay(instructions),
        Supply.until(order.getDispenseRequest(), from, instructions, strength),
        Optional.empty(),
        read.source());
  }

  /** The single doses that an order asks for; empty where they cannot be computed. */
  Optional<OrderedDoses> doses(JsonNode json, Optional<Strength> strength) {
    Dosages<MedicationRequest> read = read(json, note -> {});
    return read.readable()
        ? OrderedDoses.of(read.resource().getDosageInstruction(), strength)
        : Optional.empty();
  }

  private static Dosages<MedicationRequest> read(JsonNode json, Consumer<String> note) {
    return Dosages.read(new UseJson(json, ELEMENTS, DOSAGE), MedicationRequest.class, DOSAGE, note);
  }

  /** A draft with any status but draft, active or unknown ends the use, a hold included. */
  private static boolean stops(MedicationRequest order) {
    return order.getDoNotPerform()
        || (order.getStatus() != null && !TO_BE_TAKEN.contains(order.getStatus()));
  }

  private List<Instruction> instructions(
      Dosages<MedicationRequest> read, Optional<Strength> strength, Optional<LocalDate> from) {
    return read.instructions(MedicationRequest::getDosageInstruction, strength, from, dates);
  }

  /** A dose of zero on an order in use is a mistake, not a dose. */
  static List<Instruction> known(List<Instruction> instructions) {
    return Use.allZero(instructions)
        ? instructions.stream().map(zero -> zero.ofUnknownDose("a dose of zero")).toList()
        : instructions;
  }

  private Optional<LocalDate> start(MedicationRequest order) {
    return dates
        .earliest(order.getAuthoredOnElement())
        .or(() -> dates.start(order.getDispenseRequest().getValidityPeriod()));
  }

  /** R5's {@code statusChanged}, which R4 systems send as an extension. */
  private Optional<LocalDate> statusChanged(MedicationRequest order) {
    return order.getExtension().stream()
        .filter(extension -> String.valueOf(extension.getUrl()).endsWith("statusChanged"))
        .flatMap(
            extension ->
                extension.getValue() instanceof BaseDateTimeType date
                    ? Stream.of(date)
                    : Stream.empty())
        .flatMap(date -> dates.latest(date).stream())
        .findFirst();
  }
}
