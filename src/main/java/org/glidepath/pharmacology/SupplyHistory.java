package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.Range;
import org.glidepath.facts.SeveralPrescribers;
import org.glidepath.facts.Source;
import org.glidepath.facts.SupplyGap;
import org.glidepath.facts.SupplyOverlap;

/** Who ordered one drug, and how its fills follow each other. */
final class SupplyHistory {

  private final Exposure of;
  private final List<Regimen> regimens;
  private final LocalDate today;

  /** The history of all that is recorded of a drug, of earlier episodes too. */
  SupplyHistory(Exposure of, List<Regimen> regimens, LocalDate today) {
    this.of = of;
    this.regimens = regimens;
    this.today = today;
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    prescribers().ifPresent(facts::add);
    List<Fill> fills = fills();
    for (int i = 1; i < fills.size(); i++) {
      Fill next = fills.get(i);
      overlap(fills.subList(0, i), next).ifPresent(facts::add);
      gap(fills.subList(0, i), Optional.of(next)).ifPresent(facts::add);
    }
    if (of.current() && !fills.isEmpty()) {
      gap(fills, Optional.empty()).ifPresent(facts::add);
    }
    return facts;
  }

  private Optional<Fact> prescribers() {
    List<Regimen> orders =
        regimens.stream()
            .filter(r -> r.kind() == Regimen.Kind.ORDER && r.state() == Regimen.State.ACTIVE)
            .filter(order -> order.prescriber().isPresent())
            .toList();
    Set<String> prescribers =
        orders.stream().flatMap(r -> r.prescriber().stream()).collect(Collectors.toSet());
    return prescribers.size() < 2
        ? Optional.empty()
        : Optional.of(new SeveralPrescribers(of, prescribers.size(), sources(orders)));
  }

  /** A fill whose supply has a known first and last day. */
  private record Fill(Regimen regimen, LocalDate from, LocalDate until) {

    /** mg a day: as instructed, up to all of the supply used up before this day. */
    Optional<Range> dailyMgUsedUpBy(LocalDate day) {
      BigDecimal faster =
          BigDecimal.valueOf(days(from, until) + 1L)
              .divide(BigDecimal.valueOf(days(from, day)), MathContext.DECIMAL64);
      return new DoseOnDay(List.of(regimen), from)
          .dailyMg()
          .known()
          .map(mg -> new Range(mg.low(), mg.high().multiply(faster)));
    }

    boolean sameDoseAs(Fill other) {
      return regimen.dailyMg().equals(other.regimen.dailyMg());
    }
  }

  private List<Fill> fills() {
    return regimens.stream()
        .filter(regimen -> regimen.kind() == Regimen.Kind.DISPENSE)
        .flatMap(
            regimen ->
                regimen.from().stream()
                    .flatMap(
                        from ->
                            regimen.supplyUntil().stream()
                                .map(until -> new Fill(regimen, from, until))))
        .sorted(Comparator.comparing(Fill::from).thenComparing(Fill::until))
        .toList();
  }

  /** Two fills on one day are one supply in two packs, or two strengths meant together. */
  private Optional<Fact> overlap(List<Fill> before, Fill next) {
    return before.stream()
        .filter(fill -> fill.from().isBefore(next.from()) && fill.sameDoseAs(next))
        .max(Comparator.comparing(Fill::until))
        .filter(last -> !last.until().isBefore(next.from()))
        .map(
            last ->
                new SupplyOverlap(
                    of,
                    days(next.from(), last.until()) + 1,
                    days(next.from(), today),
                    last.dailyMgUsedUpBy(next.from()),
                    sources(List.of(last.regimen(), next.regimen()))));
  }

  private Optional<Fact> gap(List<Fill> before, Optional<Fill> next) {
    Fill last = before.stream().max(Comparator.comparing(Fill::until)).orElseThrow();
    LocalDate supplied = next.map(Fill::from).orElse(today);
    int days = days(last.until(), supplied) - 1;
    List<Regimen> around = new ArrayList<>(List.of(last.regimen()));
    next.ifPresent(fill -> around.add(fill.regimen()));
    return days < 1
        ? Optional.empty()
        : Optional.of(new SupplyGap(of, days, days(supplied, today), sources(around)));
  }

  private static int days(LocalDate from, LocalDate to) {
    return (int) ChronoUnit.DAYS.between(from, to);
  }

  private static List<Source> sources(List<Regimen> regimens) {
    return regimens.stream().map(Regimen::source).distinct().toList();
  }
}
