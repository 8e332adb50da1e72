package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.OtherDrug;
import org.glidepath.facts.Source;
import org.glidepath.pharmacology.Estimate;
import org.glidepath.pharmacology.Regimen;
import org.glidepath.pharmacology.Regimen.Kind;
import org.glidepath.pharmacology.Regimen.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fills and doses given, evaluated on 2026-03-01. */
class FillsTest {

  @Test
  void a_fill_is_use_until_it_runs_out() {
    Regimen fill =
        only(
            fill(
                "'status':'completed','whenHandedOver':'2026-02-20T09:00:00Z','daysSupply':{'value':30,'unit':'days'}"));
    assertThat(fill.kind()).isEqualTo(Kind.DISPENSE);
    assertThat(fill.state()).isEqualTo(State.ACTIVE);
    assertThat(fill.from()).contains(LocalDate.parse("2026-02-20"));
    assertThat(fill.supplyUntil()).contains(LocalDate.parse("2026-03-21"));
  }

  @Test
  void a_fill_that_ran_out_has_ended() {
    Regimen fill =
        only(
            fill(
                "'status':'completed','whenHandedOver':'2026-01-01','daysSupply':{'value':30,'unit':'days'}"));
    assertThat(fill.state()).isEqualTo(State.ENDED);
    assertThat(fill.to()).contains(LocalDate.parse("2026-01-30"));
  }

  @Test
  void a_fill_lasts_as_long_as_its_tablets_at_the_dose_on_it() {
    Regimen fill =
        only(
            fill(
                "'status':'completed','whenHandedOver':'2026-02-28','quantity':{'value':28,'unit':'tablet'}"));
    assertThat(fill.supplyUntil()).contains(LocalDate.parse("2026-03-13"));
  }

  @Test
  void a_fill_of_unknown_length_is_use_on_its_day() {
    Regimen fill = only(fill("'status':'completed','whenHandedOver':'2026-01-01'"));
    assertThat(fill.state()).isEqualTo(State.ENDED);
    assertThat(fill.to()).contains(LocalDate.parse("2026-01-01"));
    assertThat(fill.supplyUntil()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"preparation", "cancelled", "declined", "entered-in-error"})
  void what_was_not_handed_over_is_no_use(String status) {
    assertThat(
            Charts.chart(fill("'status':'" + status + "','whenHandedOver':'2026-02-20'"))
                .recorded())
        .isEmpty();
  }

  @Test
  void a_dose_given_is_use_on_its_day() {
    Regimen given =
        only(
            given(
                "'status':'completed','effectiveDateTime':'2026-02-28T22:00:00Z','dosage':{'dose':{'value':2,'unit':'mL'}}"));
    assertThat(given.kind()).isEqualTo(Kind.ADMINISTRATION);
    assertThat(given.state()).isEqualTo(State.ENDED);
    assertThat(given.to()).contains(LocalDate.parse("2026-02-28"));
    assertThat(given.instructions().get(0).dailyMg().known())
        .hasValueSatisfying(mg -> assertThat(mg).hasToString("10"));
  }

  @Test
  void an_infusion_is_its_rate_for_as_long_as_it_ran() {
    Regimen given =
        only(
            given(
                "'status':'completed','effectivePeriod':{'start':'2026-02-28T10:00:00Z','end':'2026-02-28T14:00:00Z'},"
                    + "'dosage':{'rateQuantity':{'value':2.5,'unit':'mg/h','code':'mg/h','system':'http://unitsofmeasure.org'}}"));
    assertThat(given.instructions().get(0).dailyMg().known())
        .hasValueSatisfying(mg -> assertThat(mg).hasToString("10"));
  }

  @Test
  void an_infusion_at_an_unknown_length_is_unknown() {
    Regimen given =
        only(
            given(
                "'status':'completed','effectiveDateTime':'2026-02-28T22:00:00Z','dosage':{'rateQuantity':{'value':2,'unit':'mg/h'}}"));
    assertThat(given.instructions().get(0).dailyMg())
        .isEqualTo(Estimate.unknown("an infusion rate, with no duration"));
  }

  @Test
  void an_infusion_that_goes_on_is_use_that_goes_on() {
    Regimen given =
        only(
            given(
                "'status':'in-progress','effectiveDateTime':'2026-02-28T22:00:00Z','dosage':{'rateQuantity':{'value':2,'unit':'mg/h'}}"));
    assertThat(given.state()).isEqualTo(State.ACTIVE);
    assertThat(given.instructions().get(0).dailyMg().known())
        .hasValueSatisfying(mg -> assertThat(mg).hasToString("24"));
  }

  @Test
  void a_dose_not_given_is_no_use() {
    assertThat(
            Charts.chart(given("'status':'not-done','effectiveDateTime':'2026-02-28'")).recorded())
        .isEmpty();
  }

  @Test
  void flumazenil_given_today_is_a_drug_used_today() {
    String json =
        given("'status':'completed','effectiveDateTime':'2026-03-01T09:00:00Z'")
            .replace("'code':'309843'", "'code':'4457'");
    assertThat(Charts.chart(json).facts())
        .contains(
            new OtherDrug(
                "flumazenil",
                Set.of("flumazenil"),
                false,
                0,
                Optional.of(0),
                Set.of(),
                List.of(new Source("MedicationAdministration/1", "medicationCodeableConcept"))));
  }

  private static Regimen only(String json) {
    Chart chart = Charts.chart(json);
    assertThat(chart.recorded()).as("notes: %s", chart.notes()).hasSize(1);
    return chart.recorded().get(0);
  }

  private static String fill(String more) {
    return """
        {'resourceType':'MedicationDispense','id':'1',
         'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'197591'}]},
         'dosageInstruction':[{'text':'1 tablet twice daily'}],%s}"""
        .formatted(more);
  }

  private static String given(String more) {
    return """
        {'resourceType':'MedicationAdministration','id':'1',
         'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'309843'}]},%s}"""
        .formatted(more);
  }
}
