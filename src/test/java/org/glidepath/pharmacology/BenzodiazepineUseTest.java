package org.glidepath.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.glidepath.pharmacology.RegimenBuilder.fill;
import static org.glidepath.pharmacology.RegimenBuilder.order;
import static org.glidepath.pharmacology.RegimenBuilder.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.glidepath.facts.DailyDose;
import org.glidepath.facts.DiazepamEquivalent;
import org.glidepath.facts.DoseDisagreement;
import org.glidepath.facts.DoseStep;
import org.glidepath.facts.DoseUnknown;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.DraftOrder.Action;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Drug.DurationClass;
import org.glidepath.facts.DurationUnknown;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.FrequencyUnknown;
import org.glidepath.facts.ProposedStop;
import org.glidepath.facts.Range;
import org.glidepath.facts.SeveralPrescribers;
import org.glidepath.facts.Source;
import org.glidepath.facts.SupplyGap;
import org.glidepath.facts.SupplyOverlap;
import org.glidepath.facts.SwitchDose;
import org.glidepath.facts.SwitchPlan;
import org.glidepath.facts.SwitchStep;
import org.glidepath.facts.TotalEquivalent;
import org.glidepath.facts.UseDuration;
import org.glidepath.facts.UseFrequency;
import org.glidepath.facts.UseOverlap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenzodiazepineUseTest {

  private static final LocalDate TODAY = Figures.TODAY;
  private static final Drug LORAZEPAM = drug("lorazepam", Range.between("1", "2.4"));
  private static final Drug DIAZEPAM = drug("diazepam", Range.of("10"));

  @Test
  void an_order_in_use_is_an_exposure_with_dose_equivalent_frequency_and_duration() {
    List<Fact> facts = recorded(order(LORAZEPAM, "1").daily("2").from("2025-03-01"));

    assertThat(only(facts, DailyDose.class).mg()).isEqualTo(Range.of("2"));
    assertThat(only(facts, DiazepamEquivalent.class).mg()).hasToString("8.33 to 20");
    assertThat(only(facts, UseFrequency.class).daysPerWeek()).isEqualTo(Range.of("7"));
    assertThat(only(facts, UseDuration.class).days()).isEqualTo(365);
    assertThat(only(facts, Exposure.class).current()).isTrue();
  }

  @Test
  void use_that_ended_thirty_days_ago_still_counts() {
    assertThat(recorded(order(LORAZEPAM, "1").daily("2").from("2025-03-01").ended("2026-01-30")))
        .filteredOn(Exposure.class::isInstance)
        .singleElement()
        .satisfies(exposure -> assertThat(((Exposure) exposure).daysSinceLastUse()).isEqualTo(30));
  }

  @Test
  void use_that_ended_thirty_one_days_ago_is_over() {
    assertThat(recorded(order(LORAZEPAM, "1").daily("2").from("2025-03-01").ended("2026-01-29")))
        .isEmpty();
  }

  @Test
  void the_last_day_of_all_use_is_known_while_nothing_is_in_use() {
    List<Regimen> ended =
        List.of(
            order(LORAZEPAM, "1").daily("2").from("2024-03-01").ended("2025-01-20").build(),
            order(DIAZEPAM, "2").daily("5").from("2024-03-01").ended("2025-02-20").build());
    List<Regimen> goingOn =
        Stream.concat(
                ended.stream(),
                Stream.of(order(DIAZEPAM, "3").daily("5").from("2026-02-01").build()))
            .toList();

    assertThat(BenzodiazepineUse.lastDay(ended, Figures.CONVENTIONS, TODAY))
        .contains(LocalDate.parse("2025-02-20"));
    assertThat(BenzodiazepineUse.lastDay(goingOn, Figures.CONVENTIONS, TODAY)).isEmpty();
    assertThat(BenzodiazepineUse.lastDay(List.of(), Figures.CONVENTIONS, TODAY)).isEmpty();
  }

  @Test
  void two_drugs_overlap_since_the_later_one_began() {
    List<Fact> facts =
        recorded(
            order(LORAZEPAM, "1").daily("2").from("2025-03-01"),
            order(DIAZEPAM, "2").daily("5").from("2026-02-22"));

    UseOverlap overlap = only(facts, UseOverlap.class);
    assertThat(overlap.of().drug()).isEqualTo(DIAZEPAM);
    assertThat(overlap.other().drug()).isEqualTo(LORAZEPAM);
    assertThat(overlap.days()).isEqualTo(7);
  }

  @Test
  void a_gap_of_thirty_days_does_not_start_a_new_count() {
    List<Fact> facts =
        recorded(
            order(LORAZEPAM, "1").daily("2").from("2025-01-01").ended("2026-01-20"),
            order(LORAZEPAM, "2").daily("2").from("2026-02-19"));

    assertThat(only(facts, Exposure.class).from()).contains(LocalDate.parse("2025-01-01"));
  }

  @Test
  void a_gap_of_thirty_one_days_starts_a_new_count() {
    List<Fact> facts =
        recorded(
            order(LORAZEPAM, "1").daily("2").from("2025-01-01").ended("2026-01-20"),
            order(LORAZEPAM, "2").daily("2").from("2026-02-20"));

    assertThat(only(facts, Exposure.class).from()).contains(LocalDate.parse("2026-02-20"));
    assertThat(only(facts, UseDuration.class).days()).isEqualTo(9);
  }

  @Test
  void a_change_of_drug_does_not_restart_the_duration_of_use() {
    List<Fact> facts =
        recorded(
            order(LORAZEPAM, "1").daily("2").from("2020-03-01").ended("2026-02-20"),
            order(DIAZEPAM, "2").daily("20").from("2026-02-20"));

    assertThat(all(facts, UseDuration.class))
        .filteredOn(duration -> duration.of().drug().equals(DIAZEPAM))
        .singleElement()
        .satisfies(duration -> assertThat(duration.days()).isEqualTo(2191));
  }

  @Test
  void two_orders_that_differ_add_up_and_the_same_order_written_again_does_not() {
    List<Fact> facts =
        recorded(
            order(DIAZEPAM, "1").daily("2").from("2025-03-01"),
            order(DIAZEPAM, "2").daily("5").from("2025-03-01"),
            order(DIAZEPAM, "3").daily("5").from("2026-02-01"));

    assertThat(only(facts, DailyDose.class).mg()).isEqualTo(Range.of("7"));
  }

  @Test
  void a_statement_and_an_order_are_one_use_and_the_higher_dose_counts() {
    List<Fact> facts =
        recorded(
            order(DIAZEPAM, "1").daily("10").from("2025-03-01"),
            statement(DIAZEPAM, "1").daily("15").from("2025-06-01"));

    assertThat(only(facts, DailyDose.class).mg()).isEqualTo(Range.of("15"));
    assertThat(all(facts, Exposure.class)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, 1 day",
    "2026-01-01, 59 days",
    "2025-12-31, 60 days",
    "2025-12-30, 2 months",
    "2025-12-01, 3 months",
    "2025-01-01, 14 months",
    "2024-03-10, 23 months",
    "2024-03-01, 2 years",
    "2023-06-01, more than 2 years",
    "2020-03-01, 6 years",
    "2016-03-01, 10 years"
  })
  void the_length_of_use_is_not_said_longer_than_it_was(String from, String said) {
    List<Fact> facts = recorded(order(LORAZEPAM, "1").daily("2").from(from));

    assertThat(only(facts, UseDuration.class).text()).isEqualTo(said);
  }

  @Test
  void an_order_without_a_dose_is_an_unknown_dose_with_its_reason() {
    List<Fact> facts = recorded(order(DIAZEPAM, "1").from("2014-05-11"));

    assertThat(only(facts, DoseUnknown.class).reason()).isEqualTo("no dose on the order");
    assertThat(all(facts, DailyDose.class)).isEmpty();
  }

  @Test
  void an_order_without_a_date_has_an_unknown_duration() {
    assertThat(only(recorded(order(DIAZEPAM, "1").daily("5")), DurationUnknown.class)).isNotNull();
  }

  @Test
  void several_drugs_are_summed_as_diazepam() {
    List<Fact> facts =
        recorded(
            order(LORAZEPAM, "1").daily("2").from("2025-03-01"),
            order(DIAZEPAM, "2").daily("5").from("2025-03-01"));

    assertThat(only(facts, TotalEquivalent.class).mg()).hasToString("13.33 to 25");
    assertThat(only(facts, TotalEquivalent.class).drugs()).isEqualTo(2);
  }

  @Test
  void stopping_the_only_order_is_a_stop() {
    List<Fact> facts =
        facts(
            List.of(order(LORAZEPAM, "1").daily("2").from("2025-03-01")),
            order(LORAZEPAM, "draft").stop());

    assertThat(only(facts, ProposedStop.class).of().drug()).isEqualTo(LORAZEPAM);
    assertThat(only(facts, DraftOrder.class).action()).isEqualTo(Action.STOP);
  }

  @Test
  void stopping_one_of_two_orders_is_a_cut() {
    List<Fact> facts =
        facts(
            List.of(
                order(DIAZEPAM, "morning").daily("2").from("2025-03-01"),
                order(DIAZEPAM, "night").daily("5").from("2025-03-01")),
            order(DIAZEPAM, "draft").replacing("MedicationRequest/morning").stop());

    assertThat(all(facts, ProposedStop.class)).isEmpty();
    assertThat(proposedSteps(facts)).containsExactly("0: 5");
  }

  @Test
  void a_stop_that_the_record_does_not_hold_still_ends_a_use() {
    List<Fact> facts = facts(List.of(), order(LORAZEPAM, "1").daily("4").from("2024-03-01").stop());

    assertThat(only(facts, ProposedStop.class).of().from()).contains(LocalDate.parse("2024-03-01"));
    assertThat(only(facts, DailyDose.class).mg()).isEqualTo(Range.of("4"));
  }

  @Test
  void stopping_one_drug_and_starting_another_is_a_switch_and_no_stop() {
    List<Fact> facts =
        facts(
            List.of(order(LORAZEPAM, "1").daily("2").from("2025-03-01")),
            order(LORAZEPAM, "stop").stop(),
            order(DIAZEPAM, "start").daily("15"));

    assertThat(all(facts, ProposedStop.class)).isEmpty();
    assertThat(only(facts, SwitchPlan.class).target()).isEqualTo(DIAZEPAM);
    assertThat(only(facts, SwitchDose.class).publishedMg()).hasToString("8.33 to 20");
    assertThat(only(facts, SwitchStep.class).replacedPercent()).isEqualByComparingTo("100");
    assertThat(only(facts, SwitchStep.class).crossoverDays()).isZero();
    assertThat(only(facts, SwitchStep.class).complete()).isTrue();
  }

  @Test
  void a_switch_of_half_the_dose_is_compared_with_the_half_that_it_replaces() {
    List<Fact> facts =
        facts(
            List.of(order(LORAZEPAM, "1").daily("2").from("2025-03-01")),
            order(LORAZEPAM, "cut").daily("1"),
            order(DIAZEPAM, "start").daily("5"));

    assertThat(only(facts, SwitchDose.class).publishedMg()).hasToString("4.17 to 10");
    assertThat(only(facts, SwitchStep.class).replacedPercent()).isEqualByComparingTo("50");
    assertThat(only(facts, SwitchStep.class).complete()).isFalse();
  }

  @Test
  void starting_another_drug_without_a_stop_is_no_switch() {
    List<Fact> facts =
        facts(
            List.of(order(LORAZEPAM, "1").daily("2").from("2025-03-01")),
            order(DIAZEPAM, "start").daily("5"));

    assertThat(all(facts, SwitchPlan.class)).isEmpty();
    assertThat(only(facts, DraftOrder.class).action()).isEqualTo(Action.START);
  }

  @Test
  void a_dosage_sequence_becomes_steps() {
    RegimenBuilder taper =
        order(DIAZEPAM, "taper")
            .daily("20", "2026-03-01", "2026-03-14")
            .daily("19", "2026-03-15", "2026-03-28")
            .daily("18", "2026-03-29", null);

    List<Fact> facts = facts(List.of(order(DIAZEPAM, "1").daily("20").from("2025-03-01")), taper);

    assertThat(proposedSteps(facts)).containsExactly("0: 20", "14: 19", "28: 18");
  }

  @Test
  void an_order_for_the_morning_and_the_same_for_the_night_add_up() {
    List<Fact> facts =
        recorded(
            order(DIAZEPAM, "1").at("MORN").daily("5").from("2025-03-01"),
            order(DIAZEPAM, "2").at("HS").daily("5").from("2025-03-01"),
            order(DIAZEPAM, "3").daily("5").from("2025-02-01"));

    assertThat(only(facts, DailyDose.class).mg()).hasToString("10");
  }

  @Test
  void a_statement_and_an_order_that_differ_are_a_disagreement_and_the_higher_counts() {
    List<Fact> facts =
        recorded(
            statement(DIAZEPAM, "1").daily("20").from("2025-03-01"),
            order(DIAZEPAM, "2").daily("10").from("2025-03-01"));

    assertThat(only(facts, DailyDose.class).mg()).hasToString("20");
    DoseDisagreement disagreement = only(facts, DoseDisagreement.class);
    assertThat(disagreement.lower()).hasToString("10");
    assertThat(disagreement.higher()).hasToString("20");
    assertThat(disagreement.sources())
        .containsExactly(Source.of("MedicationStatement/1"), Source.of("MedicationRequest/2"));
  }

  @Test
  void a_statement_of_what_two_orders_come_to_together_is_no_disagreement() {
    List<Fact> facts =
        recorded(
            statement(DIAZEPAM, "1").daily("7").from("2025-03-01"),
            order(DIAZEPAM, "2").at("MORN").daily("2").from("2025-03-01"),
            order(DIAZEPAM, "3").at("HS").daily("5").from("2025-03-01"));

    assertThat(all(facts, DoseDisagreement.class)).isEmpty();
    assertThat(only(facts, DailyDose.class).mg()).hasToString("7");
  }

  @Test
  void a_fill_of_the_order_before_is_no_disagreement() {
    List<Fact> facts =
        recorded(
            fill(DIAZEPAM, "1").daily("20").supply("2026-02-10", "2026-03-11"),
            order(DIAZEPAM, "2").daily("15").from("2026-02-20"));

    assertThat(all(facts, DoseDisagreement.class)).isEmpty();
  }

  @Test
  void orders_of_two_prescribers_at_one_time_are_noticed() {
    List<Fact> facts =
        recorded(
            order(DIAZEPAM, "1").by("Practitioner/a").daily("5").from("2025-03-01"),
            order(DIAZEPAM, "2").by("Practitioner/b").daily("2").from("2025-03-01"),
            order(LORAZEPAM, "3").by("Practitioner/a").daily("1").from("2025-03-01"));

    SeveralPrescribers several = only(facts, SeveralPrescribers.class);
    assertThat(several.of().drug()).isEqualTo(DIAZEPAM);
    assertThat(several.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    // dose, mg of both fills, mg on a day of use, days of use in a week
    "1, 10, 1, 2.33",
    "1, 30, 1, 7",
    "1, 90, 3, 7",
    "0.5, 90, 3, 7",
  })
  void fills_tell_of_a_dose_as_needed_what_no_maximum_says(
      String dose, String filled, String dayOfUse, String daysPerWeek) {
    List<Fact> facts =
        recorded(
            order(LORAZEPAM, "1").asNeeded(dose).from("2025-12-01"),
            fill(LORAZEPAM, "1").of(filled).from("2025-12-31").ended("2025-12-31"),
            fill(LORAZEPAM, "2").of(filled).from("2026-01-30").ended("2026-01-30"));

    assertThat(only(facts, DailyDose.class).mg()).hasToString(dayOfUse);
    assertThat(only(facts, UseFrequency.class).daysPerWeek()).hasToString(daysPerWeek);
    assertThat(only(facts, Exposure.class).asNeeded()).isTrue();
  }

  @Test
  void one_fill_tells_nothing_of_a_dose_as_needed() {
    List<Fact> facts =
        recorded(
            order(LORAZEPAM, "1").asNeeded("1").from("2025-12-01"),
            fill(LORAZEPAM, "1").of("30").from("2025-12-31").ended("2025-12-31"));

    assertThat(only(facts, DoseUnknown.class).reason())
        .isEqualTo("taken as needed, use not recorded");
    assertThat(all(facts, FrequencyUnknown.class)).hasSize(1);
  }

  @Test
  void a_fill_before_the_last_has_run_out_is_early() {
    List<Fact> facts =
        recorded(
            fill(DIAZEPAM, "1").daily("10").supply("2026-01-01", "2026-01-30"),
            fill(DIAZEPAM, "2").daily("10").supply("2026-01-21", "2026-03-05"));

    SupplyOverlap overlap = only(facts, SupplyOverlap.class);
    assertThat(overlap.days()).isEqualTo(10);
    assertThat(overlap.daysAgo()).isEqualTo(39);
    assertThat(overlap.dailyMg().map(Range::toString)).contains("10 to 15");
    assertThat(all(facts, SupplyGap.class)).isEmpty();
  }

  @Test
  void what_is_left_of_early_fills_adds_up() {
    List<SupplyOverlap> overlaps =
        all(
            recorded(
                fill(DIAZEPAM, "1").daily("10").supply("2025-12-01", "2025-12-30"),
                fill(DIAZEPAM, "2").daily("10").supply("2025-12-28", "2026-01-26"),
                fill(DIAZEPAM, "3").daily("10").supply("2026-01-23", "2026-02-21"),
                fill(DIAZEPAM, "4").daily("10").supply("2026-02-22", "2026-03-23")),
            SupplyOverlap.class);

    assertThat(overlaps).extracting(SupplyOverlap::days).containsExactly(3, 7);
    assertThat(overlaps.get(1).dailyMg().map(Range::toString)).contains("10 to 11.54");
    assertThat(overlaps.get(1).sources()).hasSize(3);
  }

  @Test
  void two_strengths_filled_together_are_not_early() {
    List<Fact> facts =
        recorded(
            fill(DIAZEPAM, "1").daily("10").supply("2026-02-10", "2026-03-11"),
            fill(DIAZEPAM, "2").daily("4").supply("2026-02-10", "2026-03-11"),
            fill(DIAZEPAM, "3").daily("10").supply("2026-02-10", "2026-03-11"));

    assertThat(all(facts, SupplyOverlap.class)).isEmpty();
  }

  @Test
  void days_between_two_supplies_are_a_gap_and_so_are_days_since_the_last() {
    List<Fact> facts =
        recorded(
            order(DIAZEPAM, "9").daily("10").from("2025-03-01"),
            fill(DIAZEPAM, "1").daily("10").supply("2025-10-01", "2025-10-30"),
            fill(DIAZEPAM, "2").daily("10").supply("2025-12-10", "2026-02-19"));

    assertThat(all(facts, SupplyGap.class))
        .extracting(SupplyGap::days, SupplyGap::daysAgo)
        .containsExactly(tuple(40, 81), tuple(9, 0));
  }

  private static List<String> proposedSteps(List<Fact> facts) {
    return all(facts, DoseStep.class).stream()
        .filter(DoseStep::proposed)
        .map(step -> step.startDay() + ": " + Range.of(step.mg()))
        .toList();
  }

  private static List<Fact> recorded(RegimenBuilder... regimens) {
    return facts(List.of(regimens));
  }

  private static List<Fact> facts(List<RegimenBuilder> recorded, RegimenBuilder... drafts) {
    return BenzodiazepineUse.facts(
        recorded.stream().map(RegimenBuilder::build).toList(),
        Stream.of(drafts).map(RegimenBuilder::draft).toList(),
        Figures.CONVENTIONS,
        TODAY);
  }

  private static <T extends Fact> List<T> all(List<Fact> facts, Class<T> type) {
    return facts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static <T extends Fact> T only(List<Fact> facts, Class<T> type) {
    assertThat(all(facts, type)).hasSize(1);
    return all(facts, type).get(0);
  }

  private static Drug drug(String name, Range equivalent) {
    return new Drug(
        name, false, false, DurationClass.INTERMEDIATE, false, false, Optional.of(equivalent));
  }
}
