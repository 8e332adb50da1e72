package org.glidepath.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.glidepath.facts.Source;
import org.glidepath.fhir.FhirJson.Parsed;
import org.glidepath.pharmacology.Instruction;
import org.glidepath.pharmacology.Product.Strength;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Resource;

/**
 * A resource with dosages, read as far as it can be: what cannot be read is left out, and the
 * dosages are then unknown rather than wrong.
 *
 * @param resource the resource
 * @param readable whether the dosages came through whole
 * @param source where they are
 */
record Dosages<T extends Resource>(T resource, boolean readable, Source source) {

  /** Elements outside of the dosages, whose loss does not touch them. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "status",
          "intent",
          "doNotPerform",
          "authoredOn",
          "dateAsserted",
          "effectiveDateTime",
          "dispenseRequest",
          "extension",
          "effectivePeriod",
          "validityPeriod",
          "numberOfRepeatsAllowed",
          "expectedSupplyDuration",
          "quantity",
          "daysSupply",
          "whenHandedOver",
          "whenPrepared");

  private static final Set<String> BARE = Set.of("resourceType", "id", "status", "intent");

  /**
   * Reads a resource; where it does not parse, without the element that is to blame, and in the end
   * with nothing but its status.
   *
   * @param note takes a sentence about what was left out, to follow the reference
   */
  static <T extends Resource> Dosages<T> read(
      UseJson json, Class<T> type, String dosageElement, Consumer<String> note) {
    if (json.oldDose()) {
      note.accept("has its dose outside of doseAndRate, as before FHIR R4; it was read as one");
    }
    if (json.spelledOut()) {
      note.accept("has a unit of time in words where FHIR has a code; it was read as that code");
    }
    try {
      Parsed<T> parsed = FhirJson.parse(json.tree(), type);
      Set<String> lost = parsed.lost();
      if (!lost.isEmpty()) {
        note.accept("has values that could not be read, in " + String.join(", ", lost));
      }
      boolean whole = !json.damaged() && ELSEWHERE.containsAll(lost);
      return new Dosages<>(parsed.resource(), whole, json.source());
    } catch (RuntimeException e) {
      return without(json, type, dosageElement, note);
    }
  }

  private static <T extends Resource> Dosages<T> without(
      UseJson json, Class<T> type, String dosageElement, Consumer<String> note) {
    for (String element : json.elements()) {
      Optional<T> resource = attempt(json.tree().deepCopy().without(List.of(element)), type);
      if (resource.isPresent()) {
        note.accept("could not be read in its " + element);
        boolean untouched = !element.equals(dosageElement) && !json.damaged();
        return new Dosages<>(resource.get(), untouched, json.source());
      }
    }
    note.accept("could not be read, but for its status");
    ObjectNode bare = json.tree().deepCopy();
    T resource = FhirJson.parse(bare.retain(BARE), type).resource();
    return new Dosages<>(resource, false, json.source());
  }

  private static <T extends Resource> Optional<T> attempt(ObjectNode tree, Class<T> type) {
    try {
      return Optional.of(FhirJson.parse(tree, type).resource());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The instructions; one unknown instruction where they cannot be read. */
  List<Instruction> instructions(
      Function<T, List<Dosage>> dosages,
      Optional<Strength> strength,
      Optional<LocalDate> start,
      Dates dates) {
    if (!readable) {
      return Schedule.placed(List.of(Stated.unknown("dosage could not be read")), start);
    }
    List<Stated> stated =
        dosages.apply(resource).stream().map(dosage -> Stated.of(dosage, strength, dates)).toList();
    // Of several instructions each may carry a text that describes all of them.
    boolean only = stated.size() == 1;
    return Schedule.placed(only ? stated : stated.stream().map(Stated::asCoded).toList(), start);
  }
}
