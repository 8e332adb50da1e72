package org.glidepath.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glidepath.pharmacology.RegimenBuilder.fill;
import static org.glidepath.pharmacology.RegimenBuilder.order;
import static org.glidepath.pharmacology.RegimenBuilder.statement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.glidepath.facts.DailyDose;
import org.glidepath.facts.DoseStep;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Drug.DurationClass;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.FrequencyUnknown;
import org.glidepath.facts.ProposedStop;
import org.glidepath.facts.Range;
import org.glidepath.facts.UseDuration;
import org.glidepath.facts.UseFrequency;
import org.junit.jupiter.api.Test;

/** Orders that nobody ended, and fills that tell how often a drug is taken. */
class RenewalsTest {

  private static final Drug DIAZEPAM =
      new Drug(
          "diazepam", false, false, DurationClass.LONG, false, false, Optional.of(Range.of("10")));

  @Test
  void an_order_whose_supply_ran_out_ends_where_the_next_begins() {
    List<Fact> facts =
        recorded(
            order(DIAZEPAM, "old").daily("10").supply("2025-11-01", "2025-11-30").stillActive(),
            order(DIAZEPAM, "new").daily("8").from("2025-12-01"));

    assertThat(dose(facts)).isEqualTo("8");
    assertThat(steps(facts)).containsExactly("10 mg", "8 mg");
    assertThat(only(facts, UseDuration.class).days()).isEqualTo(120);
  }

  @Test
  void an_order_a_week_before_the_supply_ends_is_a_renewal_too() {
    assertThat(
            dose(
                recorded(
                    order(DIAZEPAM, "old")
                        .daily("10")
                        .supply("2025-11-01", "2025-11-30")
                        .stillActive(),
                    order(DIAZEPAM, "new").daily("8").from("2025-11-24"))))
        .isEqualTo("8");
  }

  @Test
  void an_order_in_the_middle_of_a_supply_may_come_beside_it_or_instead_of_it() {
    assertThat(
            dose(
                recorded(
                    order(DIAZEPAM, "old")
                        .daily("10")
                        .supply("2025-11-01", "2025-11-30")
                        .stillActive(),
                    order(DIAZEPAM, "new").daily("8").from("2025-11-23"))))
        .isEqualTo("8 to 18");
  }

  @Test
  void a_later_order_may_have_replaced_an_earlier_that_does_not_say_how_long_its_supply_lasts() {
    assertThat(
            dose(
                recorded(
                    order(DIAZEPAM, "old").daily("10").from("2024-02-01"),
                    order(DIAZEPAM, "new").daily("5").from("2026-02-01"))))
        .isEqualTo("5 to 15");
  }

  @Test
  void orders_for_other_times_of_the_day_stay_together_however_old_they_are() {
    assertThat(
            dose(
                recorded(
                    order(DIAZEPAM, "morning")
                        .at("MORN")
                        .daily("2")
                        .supply("2025-11-01", "2025-11-30")
                        .stillActive(),
                    order(DIAZEPAM, "night").at("HS").daily("5").from("2025-12-01"))))
        .isEqualTo("7");
  }

  @Test
  void an_order_that_the_next_one_names_is_over() {
    List<Fact> facts =
        recorded(
            order(DIAZEPAM, "old").daily("10").from("2025-03-01"),
            order(DIAZEPAM, "new")
                .daily("5")
                .from("2026-02-01")
                .replacing("MedicationRequest/old"));

    assertThat(dose(facts)).isEqualTo("5");
    assertThat(steps(facts)).containsExactly("10 mg", "5 mg");
  }

  @Test
  void a_later_statement_may_have_replaced_an_earlier() {
    assertThat(
            dose(
                recorded(
                    statement(DIAZEPAM, "old").daily("10").from("2024-02-01"),
                    statement(DIAZEPAM, "new").daily("5").from("2026-02-01"))))
        .isEqualTo("5 to 15");
  }

  @Test
  void why_it_was_stopped_is_told_of_use_that_is_over() {
    RegimenBuilder stopped =
        order(DIAZEPAM, "1").daily("10").from("2025-03-01").ended("2026-02-20").because("fall");

    assertThat(only(recorded(stopped), Exposure.class).stopReason()).contains("fall");
    assertThat(
            only(
                    recorded(stopped, order(DIAZEPAM, "2").daily("5").from("2026-02-21")),
                    Exposure.class)
                .stopReason())
        .isEmpty();
  }

  @Test
  void stopping_an_order_that_was_renewed_long_ago_stops_nothing() {
    RegimenBuilder old =
        order(DIAZEPAM, "old").daily("10").supply("2025-11-01", "2025-11-30").stillActive();
    RegimenBuilder renewal = order(DIAZEPAM, "new").daily("8").from("2025-12-01");

    assertThat(all(facts(List.of(old, renewal), order(DIAZEPAM, "old").stop()), ProposedStop.class))
        .isEmpty();
    assertThat(all(facts(List.of(old, renewal), order(DIAZEPAM, "new").stop()), ProposedStop.class))
        .hasSize(1);
  }

  @Test
  void fills_tell_how_often_a_drug_is_taken_as_needed() {
    // 300 mg in 60 days are 35 mg a week: of 10 to 30 mg on a day of use, 1.17 to 3.5 days
    List<Fact> facts =
        recorded(
            order(DIAZEPAM, "1").asNeeded("10", "30").from("2025-11-01"),
            fill(DIAZEPAM, "1").of("300").supply("2025-11-01", "2025-11-30"),
            fill(DIAZEPAM, "2").of("300").supply("2025-12-31", "2026-01-29"));

    assertThat(only(facts, UseFrequency.class).daysPerWeek()).hasToString("1.17 to 3.5");
    assertThat(all(facts, FrequencyUnknown.class)).isEmpty();
  }

  @Test
  void fills_that_come_faster_and_faster_show_in_the_days_of_use() {
    // 300 mg in 60 days, then in 20: 105 mg a week are every day
    List<Fact> facts =
        recorded(
            order(DIAZEPAM, "1").asNeeded("10", "10").from("2025-11-01"),
            fill(DIAZEPAM, "1").of("300").supply("2025-11-01", "2025-11-30"),
            fill(DIAZEPAM, "2").of("300").supply("2025-12-31", "2026-01-29"),
            fill(DIAZEPAM, "3").of("300").supply("2026-01-20", "2026-02-18"));

    assertThat(only(facts, UseFrequency.class).daysPerWeek()).hasToString("5.25 to 7");
  }

  @Test
  void one_fill_does_not_tell_how_often_a_drug_is_taken() {
    List<Fact> facts =
        recorded(
            order(DIAZEPAM, "1").asNeeded("10", "30").from("2025-11-01"),
            fill(DIAZEPAM, "1").of("300").supply("2026-02-01", "2026-02-20"));

    assertThat(all(facts, UseFrequency.class)).isEmpty();
    assertThat(all(facts, FrequencyUnknown.class)).hasSize(1);
  }

  private static String dose(List<Fact> facts) {
    return only(facts, DailyDose.class).mg().toString();
  }

  private static List<String> steps(List<Fact> facts) {
    return all(facts, DoseStep.class).stream().map(step -> Range.of(step.mg()) + " mg").toList();
  }

  private static List<Fact> recorded(RegimenBuilder... regimens) {
    return facts(List.of(regimens));
  }

  private static List<Fact> facts(List<RegimenBuilder> recorded, RegimenBuilder... drafts) {
    return BenzodiazepineUse.facts(
        recorded.stream().map(RegimenBuilder::build).toList(),
        Stream.of(drafts).map(RegimenBuilder::draft).toList(),
        Figures.CONVENTIONS,
        Figures.TODAY);
  }

  private static <T extends Fact> List<T> all(List<Fact> facts, Class<T> type) {
    return facts.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static <T extends Fact> T only(List<Fact> facts, Class<T> type) {
    assertThat(all(facts, type)).hasSize(1);
    return all(facts, type).get(0);
  }
}
