package org.glidepath.pharmacology;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.glidepath.facts.DailyDose;
import org.glidepath.facts.DiazepamEquivalent;
import org.glidepath.facts.DoseStep;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.DraftOrder.Action;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.FrequencyUnknown;
import org.glidepath.facts.OrderedDose;
import org.glidepath.facts.ProposedStop;
import org.glidepath.facts.Range;
import org.glidepath.facts.Source;
import org.glidepath.facts.TotalEquivalent;
import org.glidepath.facts.UseOverlap;
import org.glidepath.pharmacology.Regimen.State;

/**
 * Everything the rules may know of a patient's benzodiazepines and Z-drugs, and of what the orders
 * being written would change.
 */
public final class BenzodiazepineUse {

  private final LocalDate today;
  private final List<Regimen> recorded;
  private final List<DraftRegimen> drafts;
  private final Map<Drug, Exposure> exposures = new LinkedHashMap<>();
  private final Map<DraftRegimen, DraftOrder> orders = new LinkedHashMap<>();
  private final List<Fact> facts = new ArrayList<>();

  private BenzodiazepineUse(
      List<Regimen> recorded, List<DraftRegimen> drafts, Conventions conventions, LocalDate today) {
    this.today = today;
    this.recorded = withStoppedOrders(renewed(recorded, conventions, today), drafts);
    this.drafts = drafts;
  }

  /**
   * The facts of what is recorded and what is being ordered.
   *
   * @param recorded what orders and statements on the record say
   * @param drafts the orders being written
   * @param conventions figures of the rule book
   * @param today the date of the evaluation
   * @return exposures first, then orders, then what the orders change
   */
  public static List<Fact> facts(
      List<Regimen> recorded, List<DraftRegimen> drafts, Conventions conventions, LocalDate today) {
    BenzodiazepineUse use = new BenzodiazepineUse(recorded, drafts, conventions, today);
    use.addExposures(conventions);
    use.addOverlaps();
    use.addTotal();
    use.addOrders();
    use.addChanges();
    return List.copyOf(use.facts);
  }

  /**
   * The last day on which any was taken; empty while one is in use, and where no date is known.
   *
   * @param recorded what orders and statements on the record say
   * @param conventions figures of the rule book
   * @param today the date of the evaluation
   */
  public static Optional<LocalDate> lastDay(
      List<Regimen> recorded, Conventions conventions, LocalDate today) {
    return new Episodes(conventions, today, renewed(recorded, conventions, today)).lastDay();
  }

  private static List<Regimen> renewed(
      List<Regimen> recorded, Conventions conventions, LocalDate today) {
    return new Renewals(recorded, conventions.earlyRenewalDays(), today).applied();
  }

  /**
   * An order that is being stopped was in use until now, also where the record that came with the
   * call does not hold it.
   */
  private static List<Regimen> withStoppedOrders(
      List<Regimen> recorded, List<DraftRegimen> drafts) {
    List<Regimen> all = new ArrayList<>(recorded);
    for (DraftRegimen draft : drafts) {
      boolean inUse = recorded.stream().anyMatch(activeUseOf(draft.regimen().drug()));
      if (draft.stops() && !inUse) {
        all.add(draft.regimen().stillInUse());
      }
    }
    return all;
  }

  private static Predicate<Regimen> activeUseOf(Drug drug) {
    return regimen -> regimen.state() == State.ACTIVE && regimen.drug().equals(drug);
  }

  private void addExposures(Conventions conventions) {
    Episodes episodes = new Episodes(conventions, today, recorded);
    RecordedUse use = new RecordedUse(episodes, today);
    for (Episode episode : episodes.thatCount()) {
      Exposure exposure = use.exposure(episode);
      exposures.put(episode.drug(), exposure);
      facts.addAll(use.facts(episode, exposure));
    }
  }

  private void addOverlaps() {
    List<Exposure> current =
        exposures.values().stream()
            .filter(Exposure::current)
            .sorted(Comparator.comparing(exposure -> exposure.drug().name()))
            .toList();
    for (int i = 0; i < current.size(); i++) {
      for (Exposure other : current.subList(i + 1, current.size())) {
        facts.add(new UseOverlap(current.get(i), other, overlapDays(current.get(i), other)));
      }
    }
  }

  /**
   * Days in which both were taken up to today, and days for which both have supply from then on.
   */
  private int overlapDays(Exposure one, Exposure other) {
    long past =
        Stream.of(one, other)
            .flatMap(exposure -> exposure.from().stream())
            .max(LocalDate::compareTo)
            .map(both -> ChronoUnit.DAYS.between(both, today))
            .orElse(0L);
    int thisDay = 1;
    int toCome =
        one.supplyDaysLeft()
            .flatMap(left -> other.supplyDaysLeft().map(more -> thisDay + Math.min(left, more)))
            .orElse(0);
    return (int) past + toCome;
  }

  private void addTotal() {
    List<DiazepamEquivalent> current =
        all(DiazepamEquivalent.class)
            .filter(equivalent -> equivalent.of().current() && !maximumOnly(equivalent.of()))
            .toList();
    current.stream()
        .map(DiazepamEquivalent::mg)
        .reduce(Range::plus)
        .ifPresent(
            mg ->
                facts.add(
                    new TotalEquivalent(
                        mg, current.size(), Source.of(current.toArray(Fact[]::new)))));
  }

  /** Whether only the most that may be taken is known, and not how often it is. */
  private boolean maximumOnly(Exposure exposure) {
    return exposure.asNeeded()
        && all(FrequencyUnknown.class).anyMatch(unknown -> unknown.of().equals(exposure));
  }

  private void addOrders() {
    ProposedUse proposed = new ProposedUse(today);
    for (DraftRegimen draft : drafts) {
      DraftOrder order = proposed.order(draft, inUse(draft.regimen().drug()));
      orders.put(draft, order);
      facts.addAll(proposed.facts(draft, order));
    }
  }

  private void addChanges() {
    for (Exposure exposure : exposures.values().stream().filter(Exposure::current).toList()) {
      List<DraftRegimen> ofDrug =
          drafts.stream().filter(d -> d.regimen().drug().equals(exposure.drug())).toList();
      if (!ofDrug.isEmpty()) {
        addChanges(exposure, ofDrug);
      }
    }
  }

  private void addChanges(Exposure exposure, List<DraftRegimen> ofDrug) {
    List<Regimen> goesOn = goesOn(exposure, ofDrug);
    List<Source> sources = ofDrug.stream().map(draft -> draft.regimen().source()).toList();
    List<DoseStep> steps = new DoseHistory(exposure, today).proposed(goesOn, sources);
    facts.addAll(steps);
    List<DraftOrder> replacements = replacements(exposure, steps, goesOn);
    Optional<DailyDose> dose = dailyDose(exposure);
    for (DraftOrder replacement : replacements) {
      Optional<OrderedDose> orderedDose =
          all(OrderedDose.class).filter(d -> d.of().equals(replacement)).findFirst();
      facts.addAll(Switches.facts(exposure, dose, steps, replacement, orderedDose));
    }
    if (goesOn.isEmpty() && replacements.isEmpty()) {
      ofDrug.stream()
          .filter(DraftRegimen::stops)
          .forEach(
              draft ->
                  facts.add(new ProposedStop(Objects.requireNonNull(orders.get(draft)), exposure)));
    }
  }

  /**
   * What would hold if the orders were signed: the orders of the drug that none of them replaces,
   * and what they ask for.
   */
  private List<Regimen> goesOn(Exposure exposure, List<DraftRegimen> ofDrug) {
    List<Regimen> inForce = recorded.stream().filter(activeUseOf(exposure.drug())).toList();
    List<Regimen> goesOn = new ArrayList<>();
    for (Regimen regimen : inForce) {
      boolean replaced = ofDrug.stream().anyMatch(draft -> replaces(draft, regimen, inForce));
      if (!replaced && regimen.kind() == Regimen.Kind.ORDER) {
        goesOn.add(regimen);
      }
    }
    ofDrug.stream().filter(d -> !d.stops()).map(DraftRegimen::regimen).forEach(goesOn::add);
    return goesOn;
  }

  /**
   * An order that names the one it changes replaces that; one that names none replaces all orders
   * of its drug. To stop one that is over changes nothing.
   */
  private boolean replaces(DraftRegimen draft, Regimen regimen, List<Regimen> inForce) {
    Regimen written = draft.regimen();
    List<String> names =
        Stream.concat(written.replaces().stream(), Stream.of(written.source().reference()))
            .toList();
    List<String> named = names.stream().filter(name -> anyNamed(inForce, name)).toList();
    boolean over = draft.stops() && names.stream().anyMatch(name -> anyNamed(recorded, name));
    return named.isEmpty() ? !over : named.contains(regimen.source().reference());
  }

  private static boolean anyNamed(List<Regimen> regimens, String reference) {
    return regimens.stream().anyMatch(one -> one.source().reference().equals(reference));
  }

  /** Orders that start another benzodiazepine in a call that stops or lowers this one. */
  private List<DraftOrder> replacements(
      Exposure exposure, List<DoseStep> steps, List<Regimen> goesOn) {
    boolean lowered =
        all(DoseStep.class)
            .filter(step -> step.of().equals(exposure) && !step.proposed())
            .reduce((earlier, later) -> later)
            .map(now -> steps.stream().anyMatch(step -> step.mg().compareTo(now.mg()) < 0))
            .orElse(false);
    if (!lowered && !goesOn.isEmpty()) {
      return List.of();
    }
    return orders.values().stream()
        .filter(order -> !order.drug().equals(Optional.of(exposure.drug())))
        .filter(order -> order.action() == Action.START || raisesDose(order))
        .toList();
  }

  private boolean raisesDose(DraftOrder order) {
    Optional<Range> now =
        order.drug().flatMap(this::inUse).flatMap(this::dailyDose).map(DailyDose::mg);
    Optional<Range> ordered =
        all(OrderedDose.class).filter(d -> d.of().equals(order)).map(OrderedDose::mg).findFirst();
    return order.action() == Action.CHANGE
        && now.isPresent()
        && ordered.isPresent()
        && ordered.get().high().compareTo(now.get().high()) > 0;
  }

  private Optional<DailyDose> dailyDose(Exposure exposure) {
    return all(DailyDose.class).filter(dose -> dose.of().equals(exposure)).findFirst();
  }

  private Optional<Exposure> inUse(Drug drug) {
    return Optional.ofNullable(exposures.get(drug)).filter(Exposure::current);
  }

  private <T extends Fact> Stream<T> all(Class<T> type) {
    return facts.stream().filter(type::isInstance).map(type::cast);
  }
}
