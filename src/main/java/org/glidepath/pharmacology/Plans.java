package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.glidepath.facts.DailyDose;
import org.glidepath.facts.DiazepamEquivalent;
import org.glidepath.facts.DoseOutOfReach;
import org.glidepath.facts.DoseStep;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.Drug;
import org.glidepath.facts.EquivalenceSpread;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.OrderedSupply;
import org.glidepath.facts.PlannedStep;
import org.glidepath.facts.PossibleCrossover;
import org.glidepath.facts.PossibleTaper;
import org.glidepath.facts.PossibleTaper.Pace;
import org.glidepath.facts.Range;
import org.glidepath.facts.RegularDoses;

/**
 * What could be done next about the benzodiazepines in use, and how orders being written go about
 * it: facts for rules that judge a step or write an order.
 */
public final class Plans {

  /** Forms that a plan in tablets or capsules may take the place of. */
  private static final Set<String> PLAIN_FORMS = Set.of("Oral Tablet", "Oral Capsule");

  private final List<Fact> known;
  private final DrugTable drugs;
  private final Conventions conventions;
  private final LocalDate today;
  private final List<Fact> facts = new ArrayList<>();

  private Plans(List<Fact> known, DrugTable drugs, Conventions conventions, LocalDate today) {
    this.known = known;
    this.drugs = drugs;
    this.conventions = conventions;
    this.today = today;
  }

  /**
   * The facts.
   *
   * @param known what is known of the use, from {@link BenzodiazepineUse}
   * @param recorded what orders and statements on the record say
   * @param drafts the orders being written
   * @param drugs the drug table
   * @param conventions figures of the rule book
   * @param today the date of the evaluation
   */
  public static List<Fact> facts(
      List<Fact> known,
      List<Regimen> recorded,
      List<DraftRegimen> drafts,
      DrugTable drugs,
      Conventions conventions,
      LocalDate today) {
    Plans plans = new Plans(known, drugs, conventions, today);
    plans.all(Exposure.class).forEach(exposure -> plans.add(exposure, recorded, drafts));
    plans.all(DraftOrder.class).forEach(order -> plans.addSupply(order, drafts));
    return List.copyOf(plans.facts);
  }

  private void add(Exposure exposure, List<Regimen> recorded, List<DraftRegimen> drafts) {
    List<DoseStep> steps = all(DoseStep.class).filter(step -> step.of().equals(exposure)).toList();
    facts.addAll(StepsDown.of(exposure, steps, conventions.taper().tail()));
    all(DiazepamEquivalent.class)
        .filter(equivalent -> equivalent.of().equals(exposure))
        .forEach(equivalent -> addSpread(exposure, equivalent.mg()));
    Optional<Tablets> tablets = drugs.tablets(exposure.drug());
    if (tablets.isPresent()) {
      addOutOfReach(exposure, steps, drafts, tablets.get());
      Stream<Regimen> stopped =
          drafts.stream().filter(DraftRegimen::stops).map(d -> d.regimen().stillInUse());
      List<Regimen> inUse = inUse(exposure, recorded.stream());
      doses(exposure, inUse.isEmpty() ? inUse(exposure, stopped) : inUse)
          .ifPresent(doses -> addPlans(exposure, doses, tablets.get()));
    }
  }

  private static List<Regimen> inUse(Exposure exposure, Stream<Regimen> regimens) {
    return regimens
        .filter(regimen -> regimen.state() == Regimen.State.ACTIVE)
        .filter(regimen -> regimen.drug().equals(exposure.drug()))
        .toList();
  }

  /** The doses of a day; empty where any of it comes in a form that is not swallowed as it is. */
  private Optional<List<BigDecimal>> doses(Exposure exposure, List<Regimen> inUse) {
    boolean plain = inUse.stream().flatMap(r -> r.form().stream()).allMatch(PLAIN_FORMS::contains);
    return plain && exposure.current()
        ? all(DailyDose.class)
            .filter(dose -> dose.of().equals(exposure))
            .findFirst()
            .flatMap(dose -> DosesOfADay.of(inUse, dose.mg(), today))
        : Optional.empty();
  }

  private void addPlans(Exposure exposure, List<BigDecimal> doses, Tablets tablets) {
    Optional<String> rxnorm = drugs.rxnorm(exposure.drug());
    BigDecimal daily = doses.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (doses.stream().allMatch(tablets::make)) {
      facts.add(new RegularDoses(exposure, daily, tablets.doses(doses), rxnorm));
    }
    Optional<Range> published = Equivalents.inDiazepam(exposure.drug(), Range.of(daily));
    if (published.isPresent()) {
      addTaper(exposure, doses, tablets, Pace.USUAL, conventions.taper().usual());
      addTaper(exposure, doses, tablets, Pace.SLOW, conventions.taper().slow());
      addCrossover(exposure, doses, tablets, published.get());
    }
  }

  private void addTaper(
      Exposure exposure,
      List<BigDecimal> doses,
      Tablets tablets,
      Pace name,
      TaperFigures.Pace pace) {
    BigDecimal daily = doses.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal perMg = Equivalents.inDiazepam(exposure.drug(), Range.of("1")).orElseThrow().high();
    List<PlannedStep> steps =
        new TaperPlanner(tablets, perMg, conventions.taper()).plan(doses, pace, BigDecimal.ZERO);
    if (!steps.isEmpty() && keepsLimits(daily, steps, perMg)) {
      facts.add(
          new PossibleTaper(
              exposure,
              name,
              pace.percent(),
              pace.intervalDays(),
              daily,
              steps,
              drugs.rxnorm(exposure.drug())));
    }
  }

  private boolean keepsLimits(BigDecimal daily, List<PlannedStep> steps, BigDecimal perMg) {
    Stream<TaperChecker.Dose> now =
        Stream.of(new TaperChecker.Dose(-conventions.taper().phaseDays(), daily.multiply(perMg)));
    Stream<TaperChecker.Dose> then =
        steps.stream().map(s -> new TaperChecker.Dose(s.startDay(), s.dailyMg().multiply(perMg)));
    return new TaperChecker(conventions.taper()).check(Stream.concat(now, then).toList()).isEmpty();
  }

  private void addCrossover(
      Exposure exposure, List<BigDecimal> doses, Tablets tablets, Range published) {
    SwitchFigures figures = conventions.switching();
    Optional<Range> equivalent =
        Optional.ofNullable(drugs.equivalents(exposure.drug()).get(figures.table()));
    Optional<Tablets> diazepam = drugs.named(Equivalents.REFERENCE).flatMap(drugs::tablets);
    boolean other = !exposure.drug().name().equals(Equivalents.REFERENCE);
    if (!other || equivalent.isEmpty() || diazepam.isEmpty()) {
      return;
    }
    Crossover.of(doses, tablets, diazepam.get(), equivalent.get(), published, figures)
        .ifPresent(
            plan ->
                facts.add(
                    new PossibleCrossover(
                        exposure,
                        conventions.tables().getOrDefault(figures.table(), figures.table()),
                        doses.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                        plan.diazepamMg(),
                        published,
                        plan.leaving(),
                        plan.arriving(),
                        drugs.rxnorm(exposure.drug()))));
  }

  /** The tables at both ends of the range, by name. */
  private void addSpread(Exposure exposure, Range mg) {
    Optional<Range> overall = exposure.drug().equivalentTo10MgDiazepam();
    if (overall.isEmpty() || overall.get().certain()) {
      return;
    }
    facts.add(
        new EquivalenceSpread(
            exposure,
            mg,
            tables(exposure.drug(), overall.get().high()),
            tables(exposure.drug(), overall.get().low())));
  }

  private String tables(Drug drug, BigDecimal equivalent) {
    List<String> names =
        drugs.equivalents(drug).entrySet().stream()
            .filter(
                table ->
                    table.getValue().low().compareTo(equivalent) == 0
                        || table.getValue().high().compareTo(equivalent) == 0)
            .map(Map.Entry::getKey)
            .map(table -> conventions.tables().getOrDefault(table, table))
            .sorted()
            .toList();
    return String.join(", ", names);
  }

  private void addOutOfReach(
      Exposure exposure, List<DoseStep> steps, List<DraftRegimen> drafts, Tablets tablets) {
    boolean plain =
        drafts.stream()
            .map(DraftRegimen::regimen)
            .filter(regimen -> regimen.drug().equals(exposure.drug()))
            .flatMap(regimen -> regimen.form().stream())
            .allMatch(PLAIN_FORMS::contains);
    Optional<DraftOrder> order =
        all(DraftOrder.class)
            .filter(draft -> draft.drug().equals(Optional.of(exposure.drug())))
            .findFirst();
    Optional<DoseStep> unreachable =
        steps.stream()
            .filter(step -> step.proposed() && step.mg().signum() > 0)
            .filter(step -> !tablets.make(step.mg()))
            .findFirst();
    if (plain && order.isPresent() && unreachable.isPresent()) {
      facts.add(
          new DoseOutOfReach(exposure, order.get(), unreachable.get().mg(), tablets.smallest()));
    }
  }

  private void addSupply(DraftOrder order, List<DraftRegimen> drafts) {
    drafts.stream()
        .map(DraftRegimen::regimen)
        .filter(regimen -> order.sources().contains(regimen.source()))
        .findFirst()
        .flatMap(regimen -> regimen.supplyUntil().or(regimen::to))
        .map(until -> (int) ChronoUnit.DAYS.between(today, until) + 1)
        .filter(days -> days > 0)
        .ifPresent(days -> facts.add(new OrderedSupply(order, days)));
  }

  private <T extends Fact> Stream<T> all(Class<T> type) {
    return known.stream().filter(type::isInstance).map(type::cast);
  }
}
