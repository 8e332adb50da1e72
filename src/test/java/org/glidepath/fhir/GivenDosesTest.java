package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glidepath.fhir.Charts.chart;

import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.GivenDose;
import org.glidepath.facts.Range;
import org.glidepath.pharmacology.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Doses given, evaluated on 2026-03-01 at 10:00 UTC. */
class GivenDosesTest {

  @Test
  void a_bolus_has_its_mg_and_its_minutes() {
    GivenDose dose =
        given(
            "flumazenil 0.1 mg/mL injection",
            "'effectiveDateTime':'2026-03-01T10:45:00+01:00','dosage':{'dose':{'value':2,'unit':'mL','system':'http://unitsofmeasure.org','code':'mL'}}");
    assertThat(dose.name()).isEqualTo("flumazenil");
    assertThat(dose.means()).containsExactly("flumazenil");
    assertThat(dose.mg().map(Range::toString)).contains("0.2");
    assertThat(dose.infusion()).isFalse();
    assertThat(dose.minutesAgo()).contains(15);
    assertThat(dose.withinMinutes(15)).isTrue();
    assertThat(dose.withinMinutes(14)).isFalse();
  }

  @Test
  void a_benzodiazepine_means_its_class() {
    GivenDose dose =
        given(
            "midazolam",
            "'effectiveDateTime':'2026-03-01T09:00:00Z','dosage':{'dose':{'value':2,'unit':'mg'}}");
    assertThat(dose.means()).containsExactly("benzodiazepine-class");
  }

  @Test
  void an_infusion_that_goes_on_has_run_until_now() {
    GivenDose dose =
        given(
            "midazolam",
            "'status':'in-progress','effectivePeriod':{'start':'2026-02-26T09:00:00Z'},'dosage':"
                + "{'rateQuantity':{'value':2,'unit':'mg/h','system':'http://unitsofmeasure.org','code':'mg/h'}}");
    assertThat(dose.infusion()).isTrue();
    assertThat(dose.lastedHours()).contains(73);
    assertThat(dose.minutesAgo()).contains(0);
    assertThat(dose.mg().map(Range::toString)).contains("146");
  }

  @Test
  void an_infusion_of_days_is_a_day_of_it_a_day() {
    var chart =
        chart(
            administration(
                "midazolam",
                "'effectivePeriod':{'start':'2026-02-24T10:00:00Z','end':'2026-02-27T10:00:00Z'},'dosage':"
                    + "{'rateRatio':{'numerator':{'value':2,'unit':'mg'},'denominator':{'value':1,'unit':'h'}}}"));
    assertThat(chart.recorded().get(0).instructions().get(0).dailyMg())
        .isEqualTo(Estimate.of(Range.of("48.0")));
    assertThat(((GivenDose) chart.facts().get(0)).mg().map(Range::toString)).contains("144");
    assertThat(((GivenDose) chart.facts().get(0)).minutesAgo()).contains(2 * 24 * 60);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-24T10:00:00Z, 2026-02-27T10:00:00Z",
    "2026-02-24, 2026-02-26",
  })
  void an_amount_given_over_days_is_spread_over_them(String start, String end) {
    var chart =
        chart(
            administration(
                "midazolam",
                "'effectivePeriod':{'start':'%s','end':'%s'},'dosage':{'dose':{'value':30,'unit':'mg'}}"
                    .formatted(start, end)));
    assertThat(chart.recorded().get(0).instructions().get(0).dailyMg().known())
        .hasValueSatisfying(mg -> assertThat(mg).hasToString("10"));
    assertThat(((GivenDose) chart.facts().get(0)).mg().map(Range::toString)).contains("30");
  }

  @Test
  void a_day_alone_says_no_minutes_and_no_hours() {
    GivenDose dose =
        given(
            "flumazenil",
            "'effectivePeriod':{'start':'2026-02-27','end':'2026-03-01'},'dosage':{'dose':{'value':1,'unit':'mg'}}");
    assertThat(dose.minutesAgo()).isEmpty();
    assertThat(dose.lastedHours()).isEmpty();
    assertThat(dose.withinMinutes(Integer.MAX_VALUE)).isFalse();
  }

  @Test
  void a_time_without_a_zone_is_in_utc() {
    assertThat(
            given(
                    "flumazenil",
                    "'effectiveDateTime':'2026-03-01T09:50:00','dosage':{'dose':{'value':1,'unit':'mg'}}")
                .minutesAgo())
        .contains(10);
  }

  @ParameterizedTest
  @CsvSource({"not-done", "entered-in-error"})
  void what_was_not_given_is_no_dose(String status) {
    assertThat(chart(administration("flumazenil", "'status':'" + status + "'")).facts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'dosage':{'dose':{'value':1,'unit':'syringe'}}",
        "'dosage':{'dose':{'value':1}}",
        "'dosage':{'text':'1 mg'}",
        "'id':'1'"
      })
  void a_dose_that_cannot_be_computed_is_given_all_the_same(String dosage) {
    assertThat(given("flumazenil", dosage).mg()).isEqualTo(Optional.empty());
  }

  @Test
  void the_reason_is_what_it_means() {
    assertThat(
            given(
                    "diazepam",
                    "'reasonCode':[{'coding':[{'system':'http://snomed.info/sct','code':'84757009'}]}]")
                .reasons())
        .isEqualTo(Set.of("epilepsy", "seizure"));
  }

  private static GivenDose given(String drug, String more) {
    return chart(administration(drug, more)).facts().stream()
        .filter(GivenDose.class::isInstance)
        .map(GivenDose.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static String administration(String drug, String more) {
    String status = more.contains("'status'") ? "" : "'status':'completed',";
    return "{'resourceType':'MedicationAdministration','id':'1',%s'medicationCodeableConcept':{'text':'%s'},%s}"
        .formatted(status, drug, more);
  }
}
