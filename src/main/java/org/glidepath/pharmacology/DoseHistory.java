package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.glidepath.facts.DoseStep;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Range;
import org.glidepath.facts.Source;
import org.jspecify.annotations.Nullable;

/** The daily dose of one drug as a sequence of steps, past and proposed. */
final class DoseHistory {

  private final Exposure of;
  private final LocalDate today;

  DoseHistory(Exposure of, LocalDate today) {
    this.of = of;
    this.today = today;
  }

  /**
   * What was taken up to today; stretches whose dose is not known, or with nothing in force, are
   * left out.
   */
  List<DoseStep> recorded(List<Regimen> regimens) {
    TreeSet<LocalDate> changes = new TreeSet<>(changes(regimens).headSet(today, true));
    if (changes.isEmpty()) {
      changes.add(today);
    }
    List<DoseStep> steps = new ArrayList<>();
    for (LocalDate day : changes) {
      LocalDate next = changes.higher(day);
      DoseOnDay dose = new DoseOnDay(regimens, day);
      if (!dose.nothingInForce()) {
        dose.dailyMg()
            .known()
            .ifPresent(mg -> add(steps, step(day, next == null ? 0 : dayNumber(next), mg, false)));
      }
    }
    return steps;
  }

  /**
   * What orders being written would make of it from today on.
   *
   * @param regimens everything that would hold if they were signed
   * @param sources the orders being written
   */
  List<DoseStep> proposed(List<Regimen> regimens, List<Source> sources) {
    TreeSet<LocalDate> changes = new TreeSet<>(changes(regimens).tailSet(today));
    changes.add(today);
    List<DoseStep> steps = new ArrayList<>();
    for (LocalDate day : changes) {
      LocalDate next = changes.higher(day);
      DoseOnDay dose = new DoseOnDay(regimens, day);
      Optional<Range> mg =
          dose.nothingInForce() ? Optional.of(Range.of("0")) : dose.dailyMg().known();
      mg.ifPresent(
          amount ->
              add(
                  steps,
                  step(day, next == null ? Integer.MAX_VALUE : dayNumber(next), amount, true)));
    }
    return steps.stream().map(step -> from(sources, step)).toList();
  }

  private static DoseStep from(List<Source> sources, DoseStep step) {
    return new DoseStep(
        step.of(),
        step.startDay(),
        step.endDay(),
        step.mg(),
        step.diazepamMg(),
        step.proposed(),
        sources);
  }

  private DoseStep step(LocalDate start, int endDay, Range mg, boolean proposed) {
    @Nullable BigDecimal diazepamMg =
        Equivalents.inDiazepam(of.drug(), mg).map(Range::high).orElse(null);
    return new DoseStep(
        of, dayNumber(start), endDay, mg.high(), diazepamMg, proposed, of.sources());
  }

  /** Adds a step, or lengthens the last one where the dose stays the same. */
  private static void add(List<DoseStep> steps, DoseStep step) {
    DoseStep last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
    if (last != null && last.endDay() == step.startDay() && last.mg().compareTo(step.mg()) == 0) {
      steps.set(
          steps.size() - 1,
          new DoseStep(
              last.of(),
              last.startDay(),
              step.endDay(),
              last.mg(),
              last.diazepamMg(),
              last.proposed(),
              last.sources()));
    } else {
      steps.add(step);
    }
  }

  /** Every day on which something begins, or is over. */
  private static NavigableSet<LocalDate> changes(Collection<Regimen> regimens) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Regimen regimen : regimens) {
      regimen.from().ifPresent(days::add);
      if (regimen.state() == Regimen.State.ENDED) {
        regimen.to().or(regimen::supplyUntil).map(last -> last.plusDays(1)).ifPresent(days::add);
      }
      for (Instruction instruction : regimen.instructions()) {
        instruction.from().ifPresent(days::add);
        instruction.until().map(last -> last.plusDays(1)).ifPresent(days::add);
      }
    }
    return days;
  }

  private int dayNumber(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(today, day);
  }
}
