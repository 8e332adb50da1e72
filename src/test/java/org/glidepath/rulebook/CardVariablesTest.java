package org.glidepath.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.DailyDose;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.PatientAge;
import org.glidepath.facts.ProposedStop;
import org.glidepath.facts.Range;
import org.glidepath.facts.RiskClass;
import org.glidepath.facts.RiskClass.Level;
import org.glidepath.facts.UseDuration;
import org.glidepath.rulebook.drl.Vocabulary;
import org.junit.jupiter.api.Test;

class CardVariablesTest {

  private final Exposure use = (Exposure) TestSession.alprazolam("2").get(0);
  private final Exposure otherUse =
      new Exposure(
          use.drug(),
          false,
          Optional.empty(),
          Optional.empty(),
          5,
          Optional.empty(),
          false,
          false,
          Optional.empty(),
          Set.of(),
          Set.of(),
          List.of());
  private final DailyDose dose = new DailyDose(use, Range.of("2"));
  private final DailyDose otherDose = new DailyDose(otherUse, Range.of("7"));
  private final RiskClass risk = new RiskClass(use, Level.YES);
  private final PatientAge age = new PatientAge(70, 70, List.of());
  private final DraftOrder order =
      new DraftOrder(
          "x",
          Set.of(),
          Optional.empty(),
          DraftOrder.Action.STOP,
          true,
          Set.of(),
          Set.of(),
          List.of());

  @Test
  void facts_that_the_rule_names_go_by_their_type() {
    assertThat(CardVariables.of(List.of(order, risk), List.of()))
        .containsEntry("draftOrder", order)
        .containsEntry("riskClass", risk);
  }

  @Test
  void a_second_fact_of_a_type_has_a_number() {
    assertThat(CardVariables.of(List.of(use, otherUse), List.of()))
        .containsEntry("exposure", use)
        .containsEntry("exposure2", otherUse);
  }

  @Test
  void facts_inside_facts_are_variables_too() {
    assertThat(CardVariables.of(List.of(new ProposedStop(order, use)), List.of()))
        .containsOnlyKeys("proposedStop", "draftOrder", "exposure");
  }

  @Test
  void what_else_is_known_of_a_fact_comes_with_it() {
    UseDuration duration = new UseDuration(use, 90);

    assertThat(CardVariables.of(List.of(risk), List.of(otherDose, dose, duration, age)))
        .containsEntry("dailyDose", dose)
        .containsEntry("useDuration", duration)
        .containsEntry("patientAge", age);
  }

  @Test
  void what_is_known_of_something_else_stays_away() {
    assertThat(CardVariables.of(List.of(risk), List.of(otherDose))).doesNotContainKey("dailyDose");
  }

  @Test
  void a_named_fact_comes_before_a_companion() {
    RiskClass another = new RiskClass(use, Level.RARE);

    assertThat(CardVariables.of(List.of(risk), List.of(another))).containsEntry("riskClass", risk);
  }

  @Test
  void whatever_there_is_at_run_time_was_announced_at_load() {
    List<Fact> because = List.of(new ProposedStop(order, use), otherUse);
    List<Fact> known = new ArrayList<>(List.of(dose, otherDose, risk, age, order, use));

    Map<String, Object> variables = CardVariables.of(because, known);

    assertThat(
            CardVariables.available(List.of(ProposedStop.class, Exposure.class), Vocabulary.types())
                .keySet())
        .containsAll(variables.keySet());
  }

  @Test
  void facts_within_facts_are_found_by_type() {
    assertThat(CardVariables.within(List.of(new ProposedStop(order, use), risk), Exposure.class))
        .containsExactly(use);
  }
}
