package org.glidepath.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.glidepath.facts.Range;
import org.glidepath.pharmacology.Contradiction;
import org.glidepath.pharmacology.Estimate;
import org.glidepath.pharmacology.Instruction;

/**
 * Dosage instructions placed in time. FHIR: the same sequence number means at the same time,
 * different numbers mean one after the other, and where there are none all hold together.
 */
final class Schedule {

  private Schedule() {}

  /**
   * The instructions in their order, each with its first and last day as far as it says and {@code
   * start} is known.
   *
   * <p>Where it cannot be told when which step applies, there is one instruction: from the smallest
   * step to all of them together.
   */
  static List<Instruction> placed(List<Stated> dosages, Optional<LocalDate> start) {
    TreeMap<Integer, List<Stated>> steps = new TreeMap<>();
    dosages.forEach(
        dosage ->
            steps
                .computeIfAbsent(dosage.sequence().orElse(0), step -> new ArrayList<>())
                .add(dosage));
    if (steps.size() > 1) {
      return inTurn(List.copyOf(steps.values()), start).orElseGet(() -> blended(dosages));
    }
    boolean perhapsInTurn =
        dosages.size() > 1
            && dosages.stream().allMatch(dosage -> dosage.sequence().isEmpty())
            && dosages.stream().anyMatch(dosage -> dosage.bounds().days().isPresent());
    return perhapsInTurn
        ? blended(dosages)
        : dosages.stream().map(dosage -> from(dosage, start, Optional.empty())).toList();
  }

  /** One step after the other; empty where a step but the last does not say how long it is. */
  private static Optional<List<Instruction>> inTurn(
      List<List<Stated>> steps, Optional<LocalDate> start) {
    List<Instruction> placed = new ArrayList<>();
    Optional<LocalDate> next = start;
    for (int i = 0; i < steps.size(); i++) {
      Optional<LocalDate> first = next;
      boolean last = i == steps.size() - 1;
      for (Stated dosage : steps.get(i)) {
        Instruction instruction = from(dosage, first, i == 0 ? Optional.empty() : first);
        boolean unplaced =
            (i > 0 && instruction.from().isEmpty()) || (!last && instruction.until().isEmpty());
        if (unplaced) {
          return Optional.empty();
        }
        placed.add(instruction);
      }
      next = Use.latest(placed).map(day -> day.plusDays(1));
    }
    return Optional.of(placed);
  }

  private static Instruction from(
      Stated dosage, Optional<LocalDate> start, Optional<LocalDate> from) {
    Bounds bounds = dosage.bounds();
    Optional<LocalDate> first = bounds.from().or(() -> from);
    Optional<LocalDate> until =
        bounds
            .until()
            .or(
                () ->
                    bounds
                        .days()
                        .flatMap(
                            days -> first.or(() -> start).map(day -> day.plusDays(days - 1L))));
    Figures figures = Figures.of(dosage);
    Optional<Figures> words = dosage.inWords().map(Figures::of);
    Optional<Contradiction> contradiction = words.flatMap(figures::against);
    if (words.isPresent() && contradiction.isPresent()) {
      return new Instruction(
          union(figures.dailyMg(), words.get().dailyMg()),
          union(figures.daysPerWeek(), words.get().daysPerWeek()),
          Optional.empty(),
          Optional.empty(),
          dosage.asNeeded(),
          dosage.dayTimes(),
          first,
          until,
          contradiction);
    }
    return new Instruction(
        figures.dailyMg(),
        figures.daysPerWeek(),
        dosage.dose().known(),
        dosage.rate().wholeDosesPerDay(),
        dosage.asNeeded(),
        dosage.dayTimes(),
        first,
        until,
        Optional.empty());
  }

  private static List<Instruction> blended(List<Stated> dosages) {
    List<Figures> figures = dosages.stream().map(Figures::of).toList();
    Estimate sum = figures.stream().map(Figures::dailyMg).reduce(Estimate::plus).orElseThrow();
    Estimate daily = figures.stream().map(Figures::dailyMg).reduce(Schedule::union).orElseThrow();
    Estimate days =
        figures.stream().map(Figures::daysPerWeek).reduce(Schedule::union).orElseThrow();
    boolean asNeeded = dosages.stream().allMatch(Stated::asNeeded);
    return List.of(
        new Instruction(
            union(daily, sum),
            days,
            Optional.empty(),
            Optional.empty(),
            asNeeded,
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static Estimate union(Estimate one, Estimate other) {
    Optional<Range> mine = one.known();
    Optional<Range> theirs = other.known();
    return mine.isPresent() && theirs.isPresent()
        ? Estimate.of(mine.get().union(theirs.get()))
        : mine.isPresent() ? other : one;
  }
}
