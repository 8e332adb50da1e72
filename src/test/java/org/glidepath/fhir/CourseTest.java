package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glidepath.fhir.Charts.chart;
import static org.glidepath.fhir.Charts.ofDraft;
import static org.glidepath.fhir.Charts.order;
import static org.glidepath.fhir.Charts.statement;

import java.time.LocalDate;
import java.util.Optional;
import org.glidepath.pharmacology.DraftRegimen;
import org.glidepath.pharmacology.Estimate;
import org.glidepath.pharmacology.Regimen;
import org.glidepath.pharmacology.Regimen.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From when until when a drug is used, evaluated on 2026-03-01. */
class CourseTest {

  @ParameterizedTest
  @CsvSource({
    "active, ACTIVE",
    "on-hold, ACTIVE",
    "unknown, ACTIVE",
    "completed, ENDED",
    "stopped, ENDED",
    "cancelled, ENDED"
  })
  void an_order_is_in_use_until_its_status_ends_it(String status, State state) {
    Regimen regimen = only(chart(order("'status':'" + status + "','authoredOn':'2025-01-01'")));
    assertThat(regimen.state()).isEqualTo(state);
    assertThat(regimen.from()).contains(day("2025-01-01"));
  }

  @ParameterizedTest
  @CsvSource({"draft", "entered-in-error"})
  void a_prefetched_draft_or_mistake_is_no_use(String status) {
    assertThat(chart(order("'status':'" + status + "'")).recorded()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"proposal", "plan", "option"})
  void what_nobody_ordered_is_no_use(String intent) {
    String json =
        order("'status':'active'").replace("'intent':'order'", "'intent':'" + intent + "'");
    assertThat(chart(json).recorded()).isEmpty();
  }

  @Test
  void an_order_not_to_give_is_no_use() {
    assertThat(chart(order("'status':'active','doNotPerform':true")).recorded()).isEmpty();
  }

  @Test
  void a_supply_lasts_as_long_as_expected_and_again_for_each_repeat() {
    Regimen regimen =
        only(
            chart(
                order(
                    "'status':'active','authoredOn':'2026-02-01','dispenseRequest':{"
                        + "'numberOfRepeatsAllowed':2,'expectedSupplyDuration':{'value':30,'code':'d','system':'http://unitsofmeasure.org'}}")));
    assertThat(regimen.supplyUntil()).contains(day("2026-05-01"));
    assertThat(regimen.to()).isEmpty();
  }

  @Test
  void a_supply_without_a_duration_lasts_as_long_as_its_tablets() {
    Regimen regimen =
        only(
            chart(
                order(
                    "'status':'active','authoredOn':'2026-02-01','dispenseRequest':{'quantity':{'value':60,'unit':'tablet'}}")));
    assertThat(regimen.supplyUntil()).contains(day("2026-03-02"));
  }

  @Test
  void an_ended_order_ended_with_its_supply() {
    Regimen regimen =
        only(
            chart(
                order(
                    "'status':'completed','authoredOn':'2025-01-01','dispenseRequest':{'expectedSupplyDuration':{'value':1,'unit':'month'}}")));
    assertThat(regimen.to()).contains(day("2025-01-31"));
  }

  @Test
  void an_order_stopped_during_its_supply_ended_no_later_than_today() {
    Regimen regimen =
        only(
            chart(
                order(
                    "'status':'stopped','authoredOn':'2026-02-20','dispenseRequest':{'expectedSupplyDuration':{'value':30,'unit':'days'}}")));
    assertThat(regimen.to()).contains(day("2026-03-01"));
  }

  @Test
  void an_ended_order_says_itself_when_its_status_changed() {
    Regimen regimen =
        only(
            chart(
                order(
                    "'status':'stopped','authoredOn':'2025-01-01','extension':[{"
                        + "'url':'http://hl7.org/fhir/5.0/StructureDefinition/extension-MedicationRequest.statusChanged','valueDateTime':'2025-06-30'}]")));
    assertThat(regimen.to()).contains(day("2025-06-30"));
  }

  @Test
  void an_order_that_is_to_start_tomorrow_is_no_use() {
    Chart chart = chart(order("'status':'active','authoredOn':'2026-03-02'"));
    assertThat(chart.recorded()).isEmpty();
    assertThat(chart.notes())
        .containsExactly("MedicationRequest/1 starts after the evaluation date and was left out");
  }

  @Test
  void an_order_written_today_in_a_zone_where_it_is_tomorrow_is_in_use() {
    Regimen regimen =
        only(chart(order("'status':'active','authoredOn':'2026-03-02T00:00:00+14:00'")));
    assertThat(regimen.from()).contains(day("2026-03-01"));
  }

  @Test
  void a_year_alone_begins_as_early_as_it_can() {
    assertThat(only(chart(order("'status':'active','authoredOn':'2024'"))).from())
        .contains(day("2024-01-01"));
    assertThat(only(chart(order("'status':'active','authoredOn':'2024-05'"))).from())
        .contains(day("2024-05-01"));
  }

  @Test
  void an_order_whose_instruction_ended_is_over_whatever_its_status() {
    String json =
        order("'status':'active','authoredOn':'2025-01-01'")
            .replace(
                "'repeat':{",
                "'repeat':{'boundsDuration':{'value':14,'code':'d','system':'http://unitsofmeasure.org'},");
    Regimen regimen = only(chart(json));
    assertThat(regimen.state()).isEqualTo(State.ENDED);
    assertThat(regimen.to()).contains(day("2025-01-14"));
  }

  @ParameterizedTest
  @CsvSource({
    "active, ACTIVE",
    "on-hold, ACTIVE",
    "unknown, ACTIVE",
    "completed, ENDED",
    "stopped, ENDED"
  })
  void a_statement_is_use_by_its_status(String status, State state) {
    assertThat(only(chart(statement("'status':'" + status + "'"))).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"not-taken", "entered-in-error", "intended"})
  void a_statement_of_no_use_is_no_use(String status) {
    assertThat(chart(statement("'status':'" + status + "'")).recorded()).isEmpty();
  }

  @Test
  void a_statement_whose_period_ended_is_over_whatever_its_status() {
    Regimen regimen =
        only(
            chart(
                statement(
                    "'status':'active','effectivePeriod':{'start':'2025-01','end':'2025-12'}")));
    assertThat(regimen.state()).isEqualTo(State.ENDED);
    assertThat(regimen.from()).contains(day("2025-01-01"));
    assertThat(regimen.to()).contains(day("2025-12-31"));
  }

  @Test
  void the_day_a_statement_was_asserted_does_not_say_when_use_began() {
    assertThat(only(chart(statement("'status':'active','dateAsserted':'2026-02-28'"))).from())
        .isEmpty();
  }

  @Test
  void a_statement_with_an_illicit_category_is_unregulated() {
    String category =
        "'status':'active','category':{'coding':[{'system':'https://glidepath.org/CodeSystem/supply','code':'illicit'}]}";
    assertThat(only(chart(statement(category))).unregulated()).isTrue();
    assertThat(
            only(chart(statement("'status':'active','category':{'text':'Illicit supply'}")))
                .unregulated())
        .isTrue();
    assertThat(only(chart(statement("'status':'active'"))).unregulated()).isFalse();
  }

  @Test
  void a_sequence_is_a_taper_of_one_step_after_the_other() {
    Chart chart = ofDraft("", taper("'authoredOn':'2026-03-01',"));
    assertThat(chart.drafts()).hasSize(1);
    var steps = chart.drafts().get(0).regimen().instructions();
    assertThat(steps).hasSize(3);
    assertThat(steps.get(0).from()).isEmpty();
    assertThat(steps.get(0).until()).contains(day("2026-03-14"));
    assertThat(steps.get(1).from()).contains(day("2026-03-15"));
    assertThat(steps.get(1).until()).contains(day("2026-03-28"));
    assertThat(steps.get(2).from()).contains(day("2026-03-29"));
    assertThat(steps.get(2).until()).isEmpty();
    assertThat(steps.stream().map(step -> step.dailyMg().known().orElseThrow().toString()))
        .containsExactly("10", "9", "8");
    assertThat(chart.drafts().get(0).stops()).isFalse();
  }

  @Test
  void a_taper_to_zero_does_not_stop_at_once() {
    DraftRegimen draft = ofDraft("", taper("").replace("'value':8", "'value':0")).drafts().get(0);
    assertThat(draft.stops()).isFalse();
    assertThat(draft.regimen().instructions().get(2).dailyMg().known())
        .hasValueSatisfying(mg -> assertThat(mg.zero()).isTrue());
  }

  @Test
  void steps_in_periods_of_their_own_keep_them() {
    String json =
        """
        {'resourceType':'MedicationRequest','id':'d','status':'draft','intent':'order','medicationCodeableConcept':{'text':'diazepam'},
         'dosageInstruction':[
          {'timing':{'repeat':{'boundsPeriod':{'start':'2026-03-01','end':'2026-03-14'},'frequency':1,'period':1,'periodUnit':'d'}},'doseAndRate':[{'doseQuantity':{'value':10,'unit':'mg'}}]},
          {'timing':{'repeat':{'boundsPeriod':{'start':'2026-03-15'},'frequency':1,'period':1,'periodUnit':'d'}},'doseAndRate':[{'doseQuantity':{'value':5,'unit':'mg'}}]}]}""";
    var steps = ofDraft("", json).drafts().get(0).regimen().instructions();
    assertThat(steps).hasSize(2);
    assertThat(steps.get(0).until()).contains(day("2026-03-14"));
    assertThat(steps.get(1).from()).contains(day("2026-03-15"));
  }

  @ParameterizedTest
  @CsvSource({
    "draft, false",
    "active, false",
    "stopped, true",
    "cancelled, true",
    "completed, true",
    "entered-in-error, true",
    "on-hold, true"
  })
  void a_draft_stops_by_its_status(String status, boolean stops) {
    DraftRegimen draft = ofDraft("", order("'status':'" + status + "'")).drafts().get(0);
    assertThat(draft.stops()).isEqualTo(stops);
    assertThat(draft.regimen().state()).isEqualTo(stops ? State.ENDED : State.ACTIVE);
  }

  @ParameterizedTest
  @CsvSource({"stopped, ", "draft, 2026-03-01"})
  void a_draft_without_a_date_begins_today_and_a_stop_says_nothing_of_the_beginning(
      String status, @Nullable LocalDate from) {
    DraftRegimen draft = ofDraft("", order("'status':'" + status + "'")).drafts().get(0);
    assertThat(draft.regimen().from()).isEqualTo(Optional.ofNullable(from));
  }

  @Test
  void a_draft_of_a_dose_of_zero_stops() {
    assertThat(
            ofDraft("", order("'status':'draft'").replace("'value':1", "'value':0"))
                .drafts()
                .get(0)
                .stops())
        .isTrue();
  }

  @Test
  void the_same_order_on_record_and_being_written_is_use_and_proposal() {
    Chart chart = ofDraft(order("'status':'active'"), order("'status':'stopped'"));
    assertThat(chart.recorded()).hasSize(1);
    assertThat(chart.drafts())
        .singleElement()
        .satisfies(draft -> assertThat(draft.stops()).isTrue());
  }

  @Test
  void an_instruction_that_does_not_parse_leaves_use_of_an_unknown_dose() {
    Chart chart = chart(order("'status':'active'").replace("'frequency':2", "'frequency':2.5"));
    assertThat(only(chart).instructions())
        .singleElement()
        .satisfies(
            instruction ->
                assertThat(instruction.dailyMg())
                    .isEqualTo(Estimate.unknown("dosage could not be read")));
    assertThat(chart.notes())
        .containsExactly("MedicationRequest/1 has values that could not be read, in frequency");
  }

  private static String taper(String more) {
    return """
        {'resourceType':'MedicationRequest','id':'d','status':'draft','intent':'order','medicationCodeableConcept':{'text':'diazepam'},%s
         'dosageInstruction':[%s,%s,%s]}"""
        .formatted(
            more,
            step(
                1,
                10,
                "'boundsDuration':{'value':2,'code':'wk','system':'http://unitsofmeasure.org'},"),
            step(2, 9, "'boundsDuration':{'value':14,'unit':'days'},"),
            step(3, 8, ""));
  }

  private static String step(int sequence, int mg, String bounds) {
    return "{'sequence':%d,'timing':{'repeat':{%s'frequency':1,'period':1,'periodUnit':'d'}},'doseAndRate':[{'doseQuantity':{'value':%d,'unit':'mg'}}]}"
        .formatted(sequence, bounds, mg);
  }

  private static Regimen only(Chart chart) {
    assertThat(chart.recorded()).hasSize(1);
    return chart.recorded().get(0);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
