package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glidepath.fhir.Charts.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.glidepath.facts.CurrentEncounter;
import org.glidepath.facts.Diagnosis;
import org.glidepath.facts.Fact;
import org.glidepath.facts.InpatientStay;
import org.glidepath.facts.Measurement;
import org.glidepath.facts.PatientAge;
import org.glidepath.facts.Severity;
import org.glidepath.facts.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Age, stay, diagnoses and measurements, evaluated on 2026-03-01. */
class FindingsTest {

  private static final Set<String> GOES_ON = Set.of("arrived", "triaged", "in-progress", "onleave");

  @ParameterizedTest
  @CsvSource({
    "1950-03-02, 75, 75",
    "1950-03-01, 76, 76",
    "1950, 76, 75",
    "1950-03, 76, 75",
    "1950-02, 76, 76",
    "2008, 18, 17",
    "2026, 0, 0",
    "2026-03-01, 0, 0"
  })
  void the_age_is_in_completed_years_and_two_where_unsure(
      String birthDate, int years, int youngest) {
    assertThat(chart("{'resourceType':'Patient','id':'p','birthDate':'" + birthDate + "'}").facts())
        .containsExactly(
            new PatientAge(years, youngest, List.of(new Source("Patient/p", "birthDate"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-01-01", "1850-01-01"})
  void a_birth_date_that_cannot_be_true_gives_no_age(String birthDate) {
    Chart chart = chart("{'resourceType':'Patient','id':'p','birthDate':'" + birthDate + "'}");
    assertThat(chart.facts()).isEmpty();
    assertThat(chart.notes()).containsExactly("Patient/p has a birth date that cannot be true");
  }

  @Test
  void a_condition_is_a_diagnosis_of_every_value_set_that_holds_it() {
    Chart chart =
        chart(
            condition(
                "'clinicalStatus':{'coding':[{'code':'active'}]},'onsetDateTime':'2026-02-19'"));
    List<Source> source = List.of(new Source("Condition/1", "code"));
    assertThat(chart.facts())
        .containsExactly(
            new Diagnosis("epilepsy", "Epilepsy", true, Optional.of(10), Optional.empty(), source),
            new Diagnosis("seizure", "Epilepsy", true, Optional.of(10), Optional.empty(), source));
  }

  @ParameterizedTest
  @CsvSource({
    "active, true",
    "recurrence, true",
    "relapse, true",
    "inactive, false",
    "remission, false",
    "resolved, false"
  })
  void a_condition_is_active_by_its_clinical_status(String status, boolean active) {
    assertThat(
            diagnosis(condition("'clinicalStatus':{'coding':[{'code':'" + status + "'}]}"))
                .active())
        .isEqualTo(active);
    assertThat(diagnosis(condition("'clinicalStatus':'" + status + "'")).active())
        .isEqualTo(active);
  }

  @Test
  void a_condition_without_a_status_is_active_until_it_abated() {
    assertThat(diagnosis(condition("'id':'1'")).active()).isTrue();
    assertThat(diagnosis(condition("'abatementDateTime':'2025'")).active()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "refuted, 0",
    "entered-in-error, 0",
    "unconfirmed, 2",
    "provisional, 2",
    "differential, 2",
    "confirmed, 2"
  })
  void a_condition_counts_unless_it_was_refuted(String status, int diagnoses) {
    assertThat(
            chart(condition("'verificationStatus':{'coding':[{'code':'" + status + "'}]}")).facts())
        .hasSize(diagnoses);
  }

  @Test
  void a_condition_in_words_counts_where_they_are_those_of_a_code() {
    assertThat(chart("{'resourceType':'Condition','id':'1','code':{'text':'epilepsy '}}").facts())
        .hasSize(2);
    assertThat(chart("{'resourceType':'Condition','id':'1','code':{'text':'no epilepsy'}}").facts())
        .isEmpty();
  }

  @Test
  void a_measurement_has_its_number_and_unit() {
    Measurement measurement =
        measurement(
            observation(
                "8867-4",
                "'valueQuantity':{'value':72,'unit':'beats/minute','code':'/min','system':'http://unitsofmeasure.org'}"));
    assertThat(measurement)
        .isEqualTo(
            new Measurement(
                "heart-rate",
                BigDecimal.valueOf(72),
                null,
                "",
                "/min",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(1),
                Optional.of(26 * 60),
                List.of(new Source("Observation/1", "valueQuantity"))));
  }

  @Test
  void a_panel_is_read_by_its_components() {
    Measurement measurement =
        measurement(
            observation(
                "85354-9",
                "'component':[{'code':{'coding':[{'system':'http://loinc.org','code':'8462-4'}]},'valueQuantity':{'value':80}},"
                    + "{'code':{'coding':[{'system':'http://loinc.org','code':'8480-6'}]},'valueQuantity':{'value':160,'unit':'mmHg'}}]"));
    assertThat(measurement.means()).isEqualTo("systolic-blood-pressure");
    assertThat(measurement.unitCode()).isEqualTo("mm[Hg]");
    assertThat(measurement.sources())
        .containsExactly(new Source("Observation/1", "component[1].valueQuantity"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'interpretation':[{'coding':[{'code':'H'}]}] | true",
        "'interpretation':[{'coding':[{'code':'N'}]}] | false",
        "'interpretation':[{'coding':[{'code':'POS'}]}] | unknown",
        "'referenceRange':[{'low':{'value':60},'high':{'value':70}}] | true",
        "'referenceRange':[{'low':{'value':60},'high':{'value':100}}] | false",
        "'referenceRange':[{'high':{'value':1,'unit':'Hz','code':'Hz'}}] | unknown",
        "'id':'1' | unknown"
      })
  void a_value_is_abnormal_as_the_laboratory_or_its_range_says(String more, String abnormal) {
    Measurement measurement =
        measurement(observation("8867-4", "'valueQuantity':{'value':72,'unit':'/min'}," + more));
    assertThat(measurement.abnormal().map(Object::toString).orElse("unknown"))
        .isEqualTo(abnormal.strip());
  }

  @Test
  void a_coded_value_is_a_finding_of_its_value_sets() {
    Measurement measurement =
        measurement(
            observation(
                "82810-3",
                "'valueCodeableConcept':{'coding':[{'system':'http://snomed.info/sct','code':'77386006'}]}"));
    assertThat(measurement.finding()).containsExactly("pregnant");
    assertThat(measurement(observation("82810-3", "'valueBoolean':true")).finding())
        .containsExactly("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'dataAbsentReason':{'text':'refused'}",
        "'valueQuantity':{'value':72},'dataAbsentReason':{'text':'error'}",
        "'valueString':'seventy'",
        "'valueQuantity':{'unit':'/min'}"
      })
  void what_was_not_measured_is_no_measurement(String value) {
    assertThat(chart(observation("8867-4", value)).facts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "registered, 0",
    "cancelled, 0",
    "entered-in-error, 0",
    "final, 1",
    "amended, 1",
    "corrected, 1",
    "preliminary, 1"
  })
  void a_measurement_counts_once_it_was_made(String status, int count) {
    assertThat(
            chart(observation("8867-4", "'valueInteger':72").replace("'final'", "'" + status + "'"))
                .facts())
        .hasSize(count);
  }

  @Test
  void a_measurement_of_tomorrow_does_not_count() {
    assertThat(
            chart(observation("8867-4", "'valueInteger':72").replace("2026-02-28", "2026-03-02"))
                .facts())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "IMP, in-progress, IMP",
    "ACUTE, arrived, ACUTE",
    "NONAC, onleave, NONAC",
    "AMB, in-progress, ''",
    "IMP, finished, ''",
    "IMP, planned, ''",
    "EMER, in-progress, ''"
  })
  void an_inpatient_encounter_that_goes_on_is_a_stay(String code, String status, String stay) {
    List<Fact> facts = chart(encounter("1", code, status, "2026-02-28")).facts();
    assertThat(all(facts, InpatientStay.class).map(InpatientStay::encounterClass).toList())
        .isEqualTo(stay.isEmpty() ? List.of() : List.of(stay));
    boolean goesOn = GOES_ON.contains(status);
    assertThat(all(facts, CurrentEncounter.class).map(CurrentEncounter::encounterClass).toList())
        .isEqualTo(goesOn ? List.of(code) : List.of());
  }

  @Test
  void of_several_encounters_the_last_counts() {
    assertThat(
            chart(
                    encounter("1", "IMP", "in-progress", "2026-01-01"),
                    encounter("2", "AMB", "in-progress", "2026-02-28"))
                .facts())
        .containsExactly(new CurrentEncounter("AMB", List.of(new Source("Encounter/2", "class"))));
  }

  @Test
  void resources_of_another_patient_do_not_count() {
    String mine = condition("'subject':{'reference':'https://ehr.example.org/Patient/p'}");
    assertThat(chart(mine).facts()).hasSize(2);
    assertThat(chart(mine.replace("Patient/p", "Patient/q")).facts()).isEmpty();
    assertThat(chart("{'resourceType':'Patient','id':'q','birthDate':'1950-01-01'}").facts())
        .isEmpty();
  }

  @Test
  void a_resource_sent_twice_counts_once() {
    assertThat(chart(condition("'id':'1'"), condition("'id':'1'")).facts()).hasSize(2);
  }

  @Test
  void a_stay_is_as_long_as_its_first_moment_is_ago() {
    assertThat(stay("2026-02-28T22:15:00+01:00").hoursSinceAdmission()).contains(12);
    assertThat(stay("2026-02-28").hoursSinceAdmission()).isEmpty();
    assertThat(stay("2026-02-28T22:15:00+01:00").admittedWithin(24)).isTrue();
    assertThat(stay("2026-02-28").admittedWithin(24)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"male, 1", "female, 1", "other, 1", "unknown, 0", "'', 0", "M, 0"})
  void the_sex_is_what_the_record_says(String gender, int facts) {
    assertThat(chart("{'resourceType':'Patient','id':'p','gender':'%s'}".formatted(gender)).facts())
        .hasSize(facts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'coding':[{'system':'http://snomed.info/sct','code':'24484000'}]} | SEVERE",
        "{'coding':[{'system':'http://snomed.info/sct','code':'6736007'}]} | MODERATE",
        "{'coding':[{'system':'http://snomed.info/sct','code':'255604002'}]} | MILD",
        "{'text':'Moderate'} | MODERATE",
        "{'text':'not so bad'} | unknown",
        "{'coding':[{'system':'http://example.org','code':'6736007'}]} | unknown"
      })
  void a_severity_is_what_its_code_or_its_word_says(String severity, String level) {
    Optional<Severity> expected =
        level.equals("unknown") ? Optional.empty() : Optional.of(Severity.valueOf(level));
    assertThat(diagnosis(condition("'severity':" + severity)).severity()).isEqualTo(expected);
    assertThat(measurement(observation("8867-4", "'valueCodeableConcept':" + severity)).severity())
        .isEqualTo(expected);
  }

  @Test
  void a_severity_may_stand_in_words() {
    Measurement measurement = measurement(observation("8867-4", "'valueString':'severe'"));
    assertThat(measurement.severity()).contains(Severity.SEVERE);
    assertThat(measurement.moderateOrSevere()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<30            | < 30",
        "< 30 /min      | < 30",
        "<=30 bpm       | <= 30",
        "\u2264 30     | <= 30",
        ">= 5           | >= 5",
        "=> 5           | >= 5",
        "\u2265 5 beats per minute | >= 5",
        "> 60.5 bpm     | > 60.5",
        "Less than 30   | < 30",
        "greater than 30 beats/min | > 30",
        "72             | 72",
        "72 beats/min   | 72",
        "1.2 Hz         | 72"
      })
  void a_quantity_may_stand_in_words(String text, String told) {
    Measurement measurement = measurement(observation("8867-4", "'valueString':'" + text + "'"));
    assertThat(
            measurement.value() == null
                ? measurement.comparator() + " " + measurement.limit()
                : measurement.value().toString())
        .isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "about 72",
        "70-75",
        "72, irregular",
        "1,200",
        "-5",
        "<> 30",
        "== 30",
        "not less than 30",
        "<30 or >90",
        "120/80",
        "72 (resting)",
        "< thirty",
        "1e3",
        "30 furlong",
        "72 H"
      })
  void words_that_are_no_quantity_are_no_measurement(String text) {
    assertThat(chart(observation("8867-4", "'valueString':'" + text + "'")).facts()).isEmpty();
  }

  @Test
  void words_are_no_quantity_where_nothing_is_measured() {
    assertThat(chart(observation("82810-3", "'valueString':'<30'")).facts()).isEmpty();
  }

  @Test
  void the_same_score_on_two_days_is_two_measurements() {
    String first = observation("8867-4", "'valueInteger':20");
    String second =
        observation("8867-4", "'valueInteger':30")
            .replace("2026-02-28", "2026-02-01")
            .replace("'id':'1'", "'id':'2'");
    assertThat(all(chart(first, second).facts(), Measurement.class).map(Measurement::daysAgo))
        .containsExactly(Optional.of(1), Optional.of(28));
  }

  private static InpatientStay stay(String start) {
    return all(chart(encounter("1", "IMP", "in-progress", start)).facts(), InpatientStay.class)
        .findFirst()
        .orElseThrow();
  }

  private static <T extends Fact> Stream<T> all(List<Fact> facts, Class<T> type) {
    return facts.stream().filter(type::isInstance).map(type::cast);
  }

  private static String condition(String more) {
    return "{'resourceType':'Condition','id':'1','code':{'coding':[{'system':'http://snomed.info/sct','code':'84757009'}],'text':'Epilepsy'},%s}"
        .formatted(more);
  }

  private static String observation(String code, String more) {
    return "{'resourceType':'Observation','id':'1','status':'final','code':{'coding':[{'system':'http://loinc.org','code':'%s'}]},'effectiveDateTime':'2026-02-28T08:00:00Z',%s}"
        .formatted(code, more);
  }

  private static String encounter(String id, String code, String status, String start) {
    return "{'resourceType':'Encounter','id':'%s','status':'%s','class':{'code':'%s'},'period':{'start':'%s'}}"
        .formatted(id, status, code, start);
  }

  private static Diagnosis diagnosis(String json) {
    return (Diagnosis) chart(json).facts().get(0);
  }

  private static Measurement measurement(String json) {
    List<Fact> facts = chart(json).facts();
    assertThat(facts).hasSize(1);
    return (Measurement) facts.get(0);
  }
}
