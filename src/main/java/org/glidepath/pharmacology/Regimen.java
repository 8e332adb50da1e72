package org.glidepath.pharmacology;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Source;

/**
 * What one resource says about the use of one benzodiazepine or Z-drug.
 *
 * @param drug what is taken
 * @param kind which resource says it
 * @param state whether it holds at the evaluation time
 * @param instructions the dosage; several that hold on the same day add up; empty where the
 *     resource gives none
 * @param from first day of use: the effective period, else the date written; empty where no date
 *     was given
 * @param to last day of use, as stated or as the status implies; empty where it goes on or nothing
 *     says when it ended
 * @param supplyUntil last day that the dispensed or ordered supply reaches, repeats included; empty
 *     where it cannot be computed
 * @param suppliedMg mg of the drug in a supply that was handed over; empty where it cannot be
 *     computed, or nothing was
 * @param unregulated the supply is not prescribed, or the drug is a designer drug
 * @param reasons ids of the value sets that the reasons for it belong to
 * @param routes ids of the value sets that the route of every instruction belongs to; empty where
 *     one does not say
 * @param prescriber who ordered it, as the record names them; empty where it does not, or where
 *     nobody did
 * @param replaces the order that it says it renews or replaces ({@code priorPrescription}), as
 *     {@code Type/id}; empty where it names none
 * @param statusReason why it was stopped or put on hold, as the record says; empty where it does
 *     not
 * @param form dose form of the product as the product table prints it, "Oral Tablet"; empty where
 *     the record names no product
 * @param source the resource; for an order being written its {@code Type/id} names the order it
 *     changes, where there is one
 */
public record Regimen(
    Drug drug,
    Kind kind,
    State state,
    List<Instruction> instructions,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<LocalDate> supplyUntil,
    Optional<BigDecimal> suppliedMg,
    boolean unregulated,
    Set<String> reasons,
    Set<String> routes,
    Optional<String> prescriber,
    Optional<String> replaces,
    Optional<String> statusReason,
    Optional<String> form,
    Source source) {

  public Regimen {
    instructions = List.copyOf(instructions);
    reasons = Set.copyOf(reasons);
    routes = Set.copyOf(routes);
  }

  /** mg on a day of use, of each instruction. */
  List<Estimate> dailyMg() {
    return instructions.stream().map(Instruction::dailyMg).toList();
  }

  /** The same as it held before it was stopped: in use, with no end. */
  Regimen stillInUse() {
    return held(State.ACTIVE, Optional.empty());
  }

  /** The same, ended by what began on this day. */
  Regimen endedBefore(LocalDate day) {
    LocalDate last = day.minusDays(1);
    return held(State.ENDED, Optional.of(from.filter(last::isBefore).orElse(last)));
  }

  /** Whether both name times of the day, and none in common. */
  boolean forOtherTimesThan(Regimen other) {
    Set<String> mine = dayTimes();
    Set<String> theirs = other.dayTimes();
    return !mine.isEmpty() && !theirs.isEmpty() && Collections.disjoint(mine, theirs);
  }

  private Set<String> dayTimes() {
    return instructions.stream()
        .flatMap(instruction -> instruction.dayTimes().stream())
        .collect(toUnmodifiableSet());
  }

  private Regimen held(State newState, Optional<LocalDate> newTo) {
    return new Regimen(
        drug,
        kind,
        newState,
        instructions,
        from,
        newTo,
        supplyUntil,
        suppliedMg,
        unregulated,
        reasons,
        routes,
        prescriber,
        replaces,
        statusReason,
        form,
        source);
  }

  /** The resource a regimen was read from. */
  public enum Kind {
    STATEMENT,
    ORDER,
    /** A fill: one supply handed over. */
    DISPENSE,
    /** What was given on one day. */
    ADMINISTRATION
  }

  /** Whether a regimen holds. */
  public enum State {
    /** Being taken; for an order being written: to be taken. */
    ACTIVE,
    /** Ended, stopped or cancelled. */
    ENDED
  }
}
