package org.glidepath.fhir;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Range;
import org.glidepath.facts.Source;
import org.glidepath.pharmacology.Estimate;
import org.glidepath.pharmacology.Instruction;
import org.glidepath.pharmacology.Regimen;

/**
 * The use of a drug, whichever drug it is, as one resource tells of it. The components mean what
 * those of {@link Regimen} do.
 */
record Use(
    Regimen.Kind kind,
    Regimen.State state,
    List<Instruction> instructions,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<LocalDate> supplyUntil,
    Optional<BigDecimal> suppliedMg,
    Source source) {

  /** The same as use of a benzodiazepine or Z-drug; a designer drug is never regulated. */
  Regimen of(
      Drug drug,
      boolean unregulated,
      Set<String> reasons,
      Set<String> routes,
      Optional<String> prescriber,
      Optional<String> replaces,
      Optional<String> statusReason,
      Optional<String> form) {
    return new Regimen(
        drug,
        kind,
        state,
        instructions,
        from,
        to,
        supplyUntil,
        suppliedMg,
        unregulated || drug.designer(),
        reasons,
        routes,
        prescriber,
        replaces,
        statusReason,
        form,
        source);
  }

  /** The same without its first day, where that lies after its last. */
  Use inOrder(Consumer<String> note) {
    boolean reversed = from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    if (!reversed) {
      return this;
    }
    note.accept("ends before it starts; its start was left out");
    return new Use(
        kind, state, instructions, Optional.empty(), to, supplyUntil, suppliedMg, source);
  }

  /** mg on a day of use, of all that holds on this day; empty where it is not known. */
  Optional<Range> dailyMg(LocalDate day) {
    return instructions.stream()
        .filter(instruction -> instruction.holds(day))
        .map(Instruction::dailyMg)
        .reduce(Estimate::plus)
        .flatMap(Estimate::known);
  }

  /** The highest that it asks for on any day. */
  Optional<Range> highestDailyMg(LocalDate today) {
    return Stream.concat(
            Stream.of(today),
            instructions.stream().flatMap(instruction -> instruction.from().stream()))
        .flatMap(day -> dailyMg(day).stream())
        .max(Comparator.comparing(Range::high));
  }

  /** Whether it goes on. */
  boolean current() {
    return state == Regimen.State.ACTIVE;
  }

  /** The last day that any instruction holds; empty where one of them has no end. */
  static Optional<LocalDate> lastDay(List<Instruction> instructions) {
    boolean endless = instructions.stream().anyMatch(instruction -> instruction.until().isEmpty());
    return endless ? Optional.empty() : latest(instructions);
  }

  /** The last day on which any instruction ends; empty where none has an end. */
  static Optional<LocalDate> latest(List<Instruction> instructions) {
    return instructions.stream()
        .flatMap(instruction -> instruction.until().stream())
        .max(LocalDate::compareTo);
  }

  /** Whether everything that is instructed is a dose of zero. */
  static boolean allZero(List<Instruction> instructions) {
    return !instructions.isEmpty()
        && instructions.stream()
            .allMatch(
                instruction -> instruction.dailyMg().known().filter(mg -> mg.zero()).isPresent());
  }
}
