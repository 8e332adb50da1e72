package org.glidepath.pharmacology;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.joining;
import static org.glidepath.pharmacology.Regimen.Kind.ADMINISTRATION;
import static org.glidepath.pharmacology.Regimen.Kind.DISPENSE;
import static org.glidepath.pharmacology.Regimen.Kind.ORDER;
import static org.glidepath.pharmacology.Regimen.Kind.STATEMENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glidepath.facts.Range;

/** What several orders and statements of one drug amount to on one day. */
final class DoseOnDay {

  private final Collection<Regimen> regimens;
  private final List<Regimen> inForce;
  private final LocalDate day;

  /**
   * The regimens that hold on this day; those that ended before it or begin after it are left out
   * by their own dates.
   */
  DoseOnDay(Collection<Regimen> regimens, LocalDate day) {
    this.regimens = regimens;
    this.day = day;
    this.inForce = regimens.stream().filter(regimen -> holds(regimen, day)).toList();
  }

  boolean nothingInForce() {
    return inForce.isEmpty();
  }

  /**
   * mg of the drug on a day of use. Orders that differ add up (one for the morning, one for the
   * night); the same order written again does not. Where an order may have taken the place of
   * another, which only an earlier day rules out, the dose lies between the one alone and both.
   * Statements, orders, fills and what was given describe one use: the highest of them counts, and
   * a known dose counts before an unknown.
   */
  Estimate dailyMg() {
    return Stream.of(
            together(of(STATEMENT)),
            together(of(ORDER)),
            together(of(DISPENSE)),
            sum(of(ADMINISTRATION)))
        .flatMap(Optional::stream)
        .reduce(DoseOnDay::higher)
        .orElse(Estimate.unknown("no dose on the order"));
  }

  /**
   * The daily doses of statements, of orders and of fills, where they leave no room for each other.
   * A fill older than the newest order is of another order and is not compared.
   */
  Optional<Disagreement> disagreement() {
    Optional<LocalDate> newest =
        of(ORDER).stream().flatMap(order -> order.from().stream()).max(naturalOrder());
    List<Regimen> fills =
        of(DISPENSE).stream()
            .filter(fill -> newest.isEmpty() || fill.from().filter(newest.get()::isAfter).isEmpty())
            .toList();
    List<Regimen> compared =
        Stream.of(of(STATEMENT), of(ORDER), fills).flatMap(List::stream).toList();
    List<Range> doses =
        Stream.of(of(STATEMENT), of(ORDER), fills)
            .flatMap(kind -> together(kind).stream())
            .flatMap(dose -> dose.known().stream())
            .sorted(comparing(Range::low).thenComparing(Range::high))
            .toList();
    return doses.isEmpty()
        ? Optional.empty()
        : Optional.of(new Disagreement(doses.get(0), doses.get(doses.size() - 1), false, compared))
            .filter(found -> found.lower().high().compareTo(found.higher().low()) < 0);
  }

  /**
   * The daily doses that the coded fields and the text of one statement, order or fill tell of,
   * where they differ; of several the one with the highest.
   */
  Optional<Disagreement> disagreementInOneEntry() {
    return inForce.stream()
        .flatMap(
            regimen ->
                instructions(regimen).stream()
                    .flatMap(instruction -> instruction.contradiction().stream())
                    .map(
                        two -> new Disagreement(two.lower(), two.higher(), true, List.of(regimen))))
        .max(comparing(found -> found.higher().high()));
  }

  /** Two daily doses of one drug, and what says them. */
  record Disagreement(Range lower, Range higher, boolean inOneEntry, List<Regimen> regimens) {}

  /**
   * Days of a week; what a statement tells counts before what was prescribed or given. "As needed"
   * tells nothing, unless it comes with a number of days.
   */
  Estimate daysPerWeek() {
    Optional<Estimate> stated = most(of(STATEMENT));
    return stated
        .filter(Estimate.Known.class::isInstance)
        .or(() -> most(Stream.concat(of(ORDER).stream(), of(DISPENSE).stream()).toList()))
        .or(this::daysGiven)
        .or(() -> stated)
        .orElse(Estimate.unknown("no frequency on the order"));
  }

  /** Whether there are instructions and all of them say "as needed". */
  boolean asNeeded() {
    List<Instruction> all = inForce.stream().flatMap(r -> instructions(r).stream()).toList();
    return !all.isEmpty() && all.stream().allMatch(Instruction::asNeeded);
  }

  /** mg of one dose, from the least to the most that any instruction in force names. */
  Optional<Range> singleMg() {
    return inForce.stream()
        .flatMap(regimen -> instructions(regimen).stream())
        .flatMap(instruction -> instruction.singleMg().stream())
        .reduce(Range::union);
  }

  private List<Regimen> of(Regimen.Kind kind) {
    return inForce.stream().filter(regimen -> regimen.kind() == kind).toList();
  }

  /** On how many of the seven days up to this one a dose was given. */
  private Optional<Estimate> daysGiven() {
    List<Regimen> given =
        regimens.stream().filter(regimen -> regimen.kind() == ADMINISTRATION).toList();
    long days =
        Stream.iterate(day, earlier -> earlier.minusDays(1))
            .limit(7)
            .filter(date -> given.stream().anyMatch(regimen -> holds(regimen, date)))
            .count();
    return days == 0
        ? Optional.empty()
        : Optional.of(Estimate.of(Range.of(BigDecimal.valueOf(days))));
  }

  private Optional<Estimate> most(List<Regimen> regimens) {
    return regimens.stream()
        .flatMap(regimen -> instructions(regimen).stream())
        .map(DoseOnDay::daysPerWeek)
        .reduce(DoseOnDay::higher);
  }

  private static Estimate daysPerWeek(Instruction instruction) {
    boolean anyNumber =
        instruction.asNeeded()
            && instruction
                .daysPerWeek()
                .known()
                .filter(days -> days.low().signum() == 0)
                .isPresent();
    return anyNumber
        ? Estimate.unknown("taken as needed, and nothing says how often")
        : instruction.daysPerWeek();
  }

  /** Regimens that differ in the doses they ask for, or in the times of day they are for. */
  private List<Regimen> distinct(List<Regimen> regimens) {
    List<Regimen> distinct = new ArrayList<>();
    regimens.stream()
        .sorted(comparing(this::dayTimes, reverseOrder()))
        .filter(regimen -> distinct.stream().noneMatch(earlier -> repeats(regimen, earlier)))
        .forEach(distinct::add);
    return distinct;
  }

  private String dayTimes(Regimen regimen) {
    return instructions(regimen).stream()
        .flatMap(instruction -> instruction.dayTimes().stream().sorted())
        .collect(joining(" "));
  }

  private boolean repeats(Regimen regimen, Regimen earlier) {
    List<Instruction> mine = instructions(regimen);
    List<Instruction> theirs = instructions(earlier);
    return mine.size() == theirs.size()
        && IntStream.range(0, mine.size()).allMatch(i -> mine.get(i).repeats(theirs.get(i)));
  }

  /**
   * The dose that orders, else statements, leave open: nothing says whether one of them took the
   * place of another. Empty where it makes no difference.
   */
  Optional<Unclear> unclear() {
    return Stream.of(ORDER, STATEMENT)
        .map(this::of)
        .flatMap(
            regimens ->
                together(regimens).flatMap(Estimate::known).stream()
                    .filter(mg -> someMayBeReplaced(distinct(regimens)))
                    .filter(mg -> !mg.certain())
                    .map(mg -> new Unclear(mg, distinct(regimens))))
        .findFirst();
  }

  /** A daily dose from one regimen alone to all together, and what says it. */
  record Unclear(Range mg, List<Regimen> regimens) {}

  private static boolean someMayBeReplaced(List<Regimen> regimens) {
    return regimens.stream()
        .anyMatch(one -> regimens.stream().anyMatch(other -> perhapsInsteadOf(other, one)));
  }

  /** All that differ; without those that another may have taken the place of, at the least. */
  private Optional<Estimate> together(List<Regimen> regimens) {
    List<Regimen> all = distinct(regimens);
    Optional<Estimate> most = sum(all);
    return least(all)
        .flatMap(least -> most.flatMap(Estimate::known).map(least::union))
        .map(Estimate::of)
        .or(() -> most);
  }

  /** Of what nothing may have replaced; where all may have been, of the one with the least. */
  private Optional<Range> least(List<Regimen> all) {
    List<Regimen> certain =
        all.stream()
            .filter(one -> all.stream().noneMatch(other -> perhapsInsteadOf(other, one)))
            .toList();
    return certain.isEmpty()
        ? all.stream()
            .flatMap(one -> dailyMg(one).known().stream())
            .min(comparing(Range::low).thenComparing(Range::high))
        : sum(certain).flatMap(Estimate::known);
  }

  /** Whether it may have: it began later, or no day says which began first. */
  private static boolean perhapsInsteadOf(Regimen other, Regimen one) {
    boolean notBefore =
        other.from().isEmpty()
            || one.from().isEmpty()
            || other.from().get().isAfter(one.from().get());
    return !other.equals(one) && notBefore && !other.forOtherTimesThan(one);
  }

  private Optional<Estimate> sum(List<Regimen> regimens) {
    return regimens.stream().map(this::dailyMg).reduce(Estimate::plus);
  }

  private Estimate dailyMg(Regimen regimen) {
    return instructions(regimen).stream()
        .map(Instruction::dailyMg)
        .reduce(Estimate::plus)
        .orElse(Estimate.unknown("no dose on the order"));
  }

  private List<Instruction> instructions(Regimen regimen) {
    return regimen.instructions().stream().filter(instruction -> instruction.holds(day)).toList();
  }

  private static boolean holds(Regimen regimen, LocalDate day) {
    boolean begun = regimen.from().map(from -> !from.isAfter(day)).orElse(true);
    boolean ended =
        regimen.state() == Regimen.State.ENDED
            && regimen
                .to()
                .or(regimen::supplyUntil)
                .or(regimen::from)
                .map(day::isAfter)
                .orElse(true);
    return begun && !ended;
  }

  private static Estimate higher(Estimate one, Estimate other) {
    Optional<Range> first = one.known();
    Optional<Range> second = other.known();
    if (first.isPresent() && second.isPresent()) {
      return first.get().high().compareTo(second.get().high()) >= 0 ? one : other;
    }
    return first.isPresent() ? one : second.isPresent() ? other : one;
  }
}
