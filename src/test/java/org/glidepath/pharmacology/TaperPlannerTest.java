package org.glidepath.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glidepath.pharmacology.Figures.mg;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.glidepath.facts.PlannedDose;
import org.glidepath.facts.PlannedStep;
import org.glidepath.facts.TabletCount;
import org.glidepath.pharmacology.TaperFigures.Pace;
import org.junit.jupiter.api.Test;

class TaperPlannerTest {

  private static final Tablets DIAZEPAM = tablets("2", "5", "10");
  private static final Tablets ALPRAZOLAM = tablets("0.25", "0.5", "1", "2");
  private static final Tablets LORAZEPAM = tablets("0.5", "1", "2");

  @Test
  void alprazolam_3_mg_in_three_doses_is_lowered_one_dose_at_a_time() {
    List<PlannedStep> plan = plan(ALPRAZOLAM, "20", "1 1 1", Figures.USUAL);

    assertThat(plan)
        .extracting(TaperPlannerTest::text)
        .containsExactly(
            "0: 2.75 mg = 2 x 1 (1 x 1) + 1 x 0.75 (1 x 0.5, 1 x 0.25), 28 days",
            "28: 2.5 mg = 1 x 1 (1 x 1) + 2 x 0.75 (1 x 0.5, 1 x 0.25), 28 days",
            "56: 2.25 mg = 3 x 0.75 (1 x 0.5, 1 x 0.25), until the review");
  }

  @Test
  void the_slow_pace_takes_half_as_much() {
    assertThat(plan(ALPRAZOLAM, "20", "1 1 1", Figures.SLOW))
        .extracting(PlannedStep::dailyMg)
        .containsExactly(mg("2.875"), mg("2.75"), mg("2.625"));
  }

  @Test
  void halves_are_used_where_whole_tablets_do_not_do() {
    assertThat(plan(DIAZEPAM, "1", "5 10", Figures.USUAL))
        .extracting(TaperPlannerTest::text)
        .first()
        .isEqualTo(
            "0: 13.5 mg = 1 x 8.5 (1 x 5, 1 x half of 5, 1 x half of 2) + 1 x 5 (1 x 5), 28 days");
  }

  /** A tenth of 2 mg lorazepam is 0.2 mg; half of the smallest tablet is 0.25 mg. */
  @Test
  void a_dose_whose_tablets_are_too_coarse_has_no_plan() {
    assertThat(plan(LORAZEPAM, "10", "1 1", Figures.USUAL)).isEmpty();
  }

  /** NHS Scotland goes down by 1 mg from 5 mg diazepam on: the tail counts in milligrams. */
  @Test
  void in_the_tail_the_published_steps_of_1_mg_are_met() {
    assertThat(plan(DIAZEPAM, "1", "5", new Pace(mg("10"), 14), 56))
        .extracting(PlannedStep::dailyMg)
        .containsExactly(mg("4"), mg("3"), mg("2"), mg("1"));
  }

  @Test
  void the_tail_does_not_end_in_a_stop() {
    assertThat(plan(DIAZEPAM, "1", "1", Figures.USUAL)).isEmpty();
  }

  @Test
  void a_pace_of_less_than_a_week_has_no_place_in_the_tail() {
    assertThat(plan(DIAZEPAM, "1", "5", new Pace(mg("10"), 6), 56)).isEmpty();
  }

  @Test
  void a_plan_stays_on_its_floor() {
    assertThat(
            new TaperPlanner(DIAZEPAM, mg("1"), Figures.TAPER)
                .plan(doses("10 10"), Figures.USUAL, mg("18")))
        .extracting(PlannedStep::dailyMg)
        .containsExactly(mg("18"));
  }

  @Test
  void capsules_are_not_halved() {
    Tablets capsules = new Tablets(doses("15 30"), false, "capsule");

    assertThat(capsules.of(mg("7.5"))).isEmpty();
    assertThat(capsules.of(mg("45")).orElseThrow())
        .extracting(TabletCount::mg)
        .containsExactly(mg("30"), mg("15"));
  }

  @Property(tries = 300)
  void a_plan_falls_step_by_step_never_faster_than_its_pace(@ForAll("patients") Patient patient) {
    BigDecimal before = sum(patient.doses());
    for (PlannedStep step : patient.plan()) {
      BigDecimal cut = before.subtract(step.dailyMg());
      assertThat(cut).isPositive();
      BigDecimal diazepam = before.multiply(patient.diazepamMgPerMg());
      if (diazepam.compareTo(Figures.TAIL.fromDiazepamMg()) > 0) {
        assertThat(cut.multiply(mg("100")))
            .isLessThanOrEqualTo(before.multiply(patient.pace().percent()));
      } else {
        assertThat(cut.multiply(patient.diazepamMgPerMg()))
            .isLessThanOrEqualTo(Figures.TAIL.stepDiazepamMg());
      }
      before = step.dailyMg();
    }
  }

  @Property(tries = 300)
  void every_dose_of_a_plan_is_above_zero_and_made_of_its_tablets(
      @ForAll("patients") Patient patient) {
    for (PlannedStep step : patient.plan()) {
      BigDecimal day = BigDecimal.ZERO;
      for (PlannedDose dose : step.doses()) {
        assertThat(dose.mg()).isPositive();
        assertThat(made(dose.tablets())).isEqualByComparingTo(dose.mg());
        assertThat(dose.tablets()).extracting(TabletCount::mg).isSubsetOf(patient.strengths());
        day = day.add(dose.mg().multiply(BigDecimal.valueOf(dose.timesPerDay())));
      }
      assertThat(day).isEqualByComparingTo(step.dailyMg());
    }
  }

  @Property(tries = 300)
  void a_plan_ends_at_a_review_and_within_its_phase(@ForAll("patients") Patient patient) {
    List<PlannedStep> plan = patient.plan();
    for (PlannedStep step : plan) {
      boolean last = step.number() == plan.size();
      assertThat(step.days().isEmpty()).isEqualTo(last);
      assertThat(step.startDay()).isLessThan(Figures.TAPER.phaseDays());
      assertThat(step.startDay()).isEqualTo((step.number() - 1) * patient.pace().intervalDays());
    }
  }

  @Property(tries = 300)
  void the_checker_has_nothing_against_a_plan(@ForAll("patients") Patient patient) {
    List<TaperChecker.Dose> schedule = new ArrayList<>();
    schedule.add(
        new TaperChecker.Dose(-100, sum(patient.doses()).multiply(patient.diazepamMgPerMg())));
    for (PlannedStep step : patient.plan()) {
      schedule.add(
          new TaperChecker.Dose(
              step.startDay(), step.dailyMg().multiply(patient.diazepamMgPerMg())));
    }
    assertThat(new TaperChecker(Figures.TAPER).check(schedule)).isEmpty();
  }

  private record Patient(
      List<BigDecimal> strengths,
      boolean halves,
      List<BigDecimal> doses,
      BigDecimal diazepamMgPerMg,
      Pace pace) {

    List<PlannedStep> plan() {
      return new TaperPlanner(
              new Tablets(strengths, halves, "tablet"), diazepamMgPerMg, Figures.TAPER)
          .plan(doses, pace, BigDecimal.ZERO);
    }
  }

  /** Up to four doses a day, each of up to six tablets of any strength. */
  @Provide
  Arbitrary<Patient> patients() {
    Arbitrary<List<BigDecimal>> strengths =
        Arbitraries.of("0.125", "0.25", "0.5", "1", "2", "2.5", "3.75", "5", "10", "15", "22.5")
            .map(BigDecimal::new)
            .set()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(set -> set.stream().sorted().toList());
    return strengths.flatMap(
        known ->
            Combinators.combine(
                    Arbitraries.of(true, false),
                    Arbitraries.of(known)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(6)
                        .map(TaperPlannerTest::sum)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(4),
                    Arbitraries.of("0.5", "1", "10", "20").map(BigDecimal::new),
                    Arbitraries.integers().between(1, 12),
                    Arbitraries.of(14, 21, 28))
                .as(
                    (halves, doses, potency, percent, interval) ->
                        new Patient(
                            known,
                            halves,
                            doses,
                            potency,
                            new Pace(BigDecimal.valueOf(percent), interval))));
  }

  private static List<PlannedStep> plan(
      Tablets tablets, String diazepamMgPerMg, String doses, Pace pace) {
    return plan(tablets, diazepamMgPerMg, doses, pace, Figures.TAPER.phaseDays());
  }

  private static List<PlannedStep> plan(
      Tablets tablets, String diazepamMgPerMg, String doses, Pace pace, int phaseDays) {
    TaperFigures figures =
        new TaperFigures(Figures.USUAL, Figures.SLOW, phaseDays, Figures.CEILING, Figures.TAIL);
    return new TaperPlanner(tablets, mg(diazepamMgPerMg), figures)
        .plan(doses(doses), pace, BigDecimal.ZERO);
  }

  private static String text(PlannedStep step) {
    return "%d: %s mg = %s, %s"
        .formatted(
            step.startDay(),
            step.dailyMg().toPlainString(),
            String.join(" + ", step.doses().stream().map(TaperPlannerTest::text).toList()),
            step.days().map(days -> days + " days").orElse("until the review"));
  }

  private static String text(PlannedDose dose) {
    return "%d x %s (%s)"
        .formatted(
            dose.timesPerDay(),
            dose.mg().toPlainString(),
            String.join(
                ", ",
                dose.tablets().stream()
                    .map(t -> t.count() + " x " + (t.half() ? "half of " : "") + t.mg())
                    .toList()));
  }

  private static BigDecimal made(List<TabletCount> tablets) {
    return tablets.stream()
        .map(
            part ->
                part.mg()
                    .multiply(BigDecimal.valueOf(part.count()))
                    .divide(BigDecimal.valueOf(part.half() ? 2 : 1)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Tablets tablets(String... strengths) {
    return new Tablets(Stream.of(strengths).map(BigDecimal::new).toList(), true, "tablet");
  }

  private static List<BigDecimal> doses(String text) {
    return Stream.of(text.split(" ")).map(BigDecimal::new).toList();
  }

  private static BigDecimal sum(List<BigDecimal> doses) {
    return doses.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
