package org.glidepath.pharmacology;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.SeveralPrescribers;
import org.glidepath.facts.Source;
import org.glidepath.facts.SupplyGap;
import org.glidepath.facts.SupplyOverlap;
import org.glidepath.pharmacology.Stock.Fill;
import org.glidepath.pharmacology.Stock.Stocked;

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
    List<Stocked> fills = fills();
    fills.stream().filter(Stocked::early).map(this::overlap).forEach(facts::add);
    for (int i = 1; i < fills.size(); i++) {
      gap(fills.subList(0, i), Optional.of(fills.get(i))).ifPresent(facts::add);
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

  /** Those of a known length, each beside what was left from others of the same dose. */
  private List<Stocked> fills() {
    return regimens.stream()
        .filter(regimen -> regimen.kind() == Regimen.Kind.DISPENSE)
        .flatMap(regimen -> fill(regimen).stream())
        .collect(groupingBy(fill -> fill.regimen().dailyMg(), LinkedHashMap::new, toList()))
        .values()
        .stream()
        .flatMap(ofOneDose -> Stock.of(ofOneDose).stream())
        .sorted(comparing((Stocked stocked) -> stocked.fill().from()).thenComparing(Stocked::until))
        .toList();
  }

  private static Optional<Fill> fill(Regimen regimen) {
    return regimen
        .from()
        .flatMap(from -> regimen.supplyUntil().map(until -> new Fill(regimen, from, until)));
  }

  private Fact overlap(Stocked next) {
    return new SupplyOverlap(
        of,
        next.daysLeft(),
        days(next.fill().from(), today),
        next.dailyMgBefore(),
        sources(
            Stream.concat(next.leftFrom().stream(), Stream.of(next.fill()))
                .map(Fill::regimen)
                .toList()));
  }

  private Optional<Fact> gap(List<Stocked> before, Optional<Stocked> next) {
    Stocked last = before.stream().max(comparing(Stocked::until)).orElseThrow();
    LocalDate supplied = next.map(stocked -> stocked.fill().from()).orElse(today);
    int days = days(last.until(), supplied) - 1;
    List<Regimen> around = new ArrayList<>(List.of(last.fill().regimen()));
    next.ifPresent(stocked -> around.add(stocked.fill().regimen()));
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
