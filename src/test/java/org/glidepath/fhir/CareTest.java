package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glidepath.fhir.Charts.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Allergy;
import org.glidepath.facts.CareActivity;
import org.glidepath.facts.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Allergies, procedures and requests for care, evaluated on 2026-03-01. */
class CareTest {

  private static final String FLUMAZENIL =
      "{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'4457'}]}";

  @Test
  void an_allergy_is_to_a_drug_that_a_value_set_knows() {
    assertThat(chart(allergy(FLUMAZENIL, "")).facts())
        .containsExactly(
            new Allergy(
                "flumazenil",
                Set.of("flumazenil"),
                List.of(new Source("AllergyIntolerance/1", "code"))));
    assertThat(chart(allergy("{'text':'peanut'}", "")).facts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text':'Valium'} | diazepam",
        "{'text':'Benzodiazepines'} | benzodiazepines",
        "{'coding':[{'system':'http://snomed.info/sct','code':'372664007'}],'text':'Benzodiazepine'} | benzodiazepine"
      })
  void an_allergy_to_a_benzodiazepine_is_one_to_its_class(String code, String name) {
    assertThat(chart(allergy(code, "")).facts())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(((Allergy) fact).name()).isEqualTo(name);
              assertThat(((Allergy) fact).means()).contains("benzodiazepine-class");
            });
  }

  @Test
  void the_substance_of_a_reaction_counts() {
    assertThat(
            chart(allergy("{'text':'antidote'}", ",'reaction':[{'substance':" + FLUMAZENIL + "}]"))
                .facts())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "clinicalStatus, active, 1",
    "clinicalStatus, inactive, 0",
    "clinicalStatus, resolved, 0",
    "verificationStatus, confirmed, 1",
    "verificationStatus, unconfirmed, 1",
    "verificationStatus, refuted, 0",
    "verificationStatus, entered-in-error, 0"
  })
  void an_allergy_counts_unless_it_is_over_or_was_none(String element, String code, int count) {
    String status = ",'%s':{'coding':[{'code':'%s'}]}".formatted(element, code);
    assertThat(chart(allergy(FLUMAZENIL, status)).facts()).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource({
    "completed, 2026-02-19, 1",
    "in-progress, 2026-02-19, 1",
    "not-done, 2026-02-19, 0",
    "preparation, 2026-02-19, 0",
    "entered-in-error, 2026-02-19, 0",
    "completed, 2026-03-19, 0"
  })
  void a_procedure_counts_once_it_was_begun(String status, String day, int count) {
    assertThat(chart(procedure(status, "'performedDateTime':'" + day + "'")).facts())
        .hasSize(count);
  }

  @Test
  void a_procedure_was_done_on_its_last_day() {
    assertThat(
            chart(
                    procedure(
                        "completed", "'performedPeriod':{'start':'2025-02','end':'2026-02-19'}"))
                .facts())
        .containsExactly(
            new CareActivity(
                "cbt", "CBT", false, Optional.of(10), List.of(new Source("Procedure/1", "code"))));
  }

  @ParameterizedTest
  @CsvSource({
    "active, order, open",
    "on-hold, order, open",
    "completed, order, done",
    "revoked, order, none",
    "entered-in-error, order, none",
    "draft, order, none",
    "active, proposal, none",
    "active, plan, none"
  })
  void a_request_is_open_by_its_status_and_intent(String status, String intent, String expected) {
    List<String> found =
        chart(request(status, intent)).facts().stream()
            .map(fact -> ((CareActivity) fact).requested() ? "open" : "done")
            .toList();
    assertThat(found).isEqualTo(expected.equals("none") ? List.of() : List.of(expected));
  }

  @Test
  void a_request_that_is_being_written_is_open() {
    assertThat(Charts.ofDraft("", request("draft", "order")).facts())
        .containsExactly(
            new CareActivity(
                "cbt",
                "CBT",
                true,
                Optional.of(10),
                List.of(new Source("ServiceRequest/1", "code"))));
  }

  @Test
  void a_request_not_to_do_something_is_none() {
    String request = request("active", "order").replace("'id':'1'", "'id':'1','doNotPerform':true");
    assertThat(chart(request).facts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'type':[{'coding':[{'system':'http://snomed.info/sct','code':'228557008'}],'text':'CBT'}] | type",
        "'serviceType':{'coding':[{'system':'http://snomed.info/sct','code':'228557008'}],'text':'CBT'} | serviceType",
        "'class':{'system':'http://snomed.info/sct','code':'228557008','display':'CBT'} | class",
        "'reasonCode':[{'coding':[{'system':'http://snomed.info/sct','code':'228557008'}],'text':'CBT'}] | reasonCode",
        "'hospitalization':{'dischargeDisposition':{'coding':[{'system':'http://snomed.info/sct','code':'228557008'}],'text':'CBT'}} | hospitalization.dischargeDisposition"
      })
  void an_encounter_was_for_the_care_that_it_names(String element, String where) {
    assertThat(chart(encounter("finished", "2026-02-10", "2026-02-19", element)).facts())
        .containsExactly(
            new CareActivity(
                "cbt", "CBT", false, Optional.of(10), List.of(new Source("Encounter/1", where))));
  }

  @ParameterizedTest
  @CsvSource({
    "in-progress, 2026-01-10, , 0",
    "finished, 2026-01-10, 2026-02-19, 10",
    "finished, 2026-02-19, , 10",
    "arrived, 2026-01-10, 2026-02-19, 10",
    "planned, 2026-02-10, 2026-02-19, none",
    "cancelled, 2026-02-10, 2026-02-19, none",
    "entered-in-error, 2026-02-10, 2026-02-19, none",
    "finished, 2026-03-10, 2026-03-19, none"
  })
  void an_encounter_counts_for_care_once_it_began(
      String status, String start, @Nullable String end, String daysAgo) {
    String type = "'type':[{'coding':[{'system':'http://snomed.info/sct','code':'228557008'}]}]";
    assertThat(
            chart(encounter(status, start, end, type)).facts().stream()
                .filter(CareActivity.class::isInstance)
                .map(fact -> ((CareActivity) fact).daysAgo().orElseThrow().toString())
                .findFirst()
                .orElse("none"))
        .isEqualTo(daysAgo);
  }

  private static String encounter(
      String status, String start, @Nullable String end, String element) {
    String period =
        end == null
            ? "{'start':'%s'}".formatted(start)
            : "{'start':'%s','end':'%s'}".formatted(start, end);
    return "{'resourceType':'Encounter','id':'1','status':'%s','period':%s,%s}"
        .formatted(status, period, element);
  }

  private static String allergy(String code, String more) {
    return "{'resourceType':'AllergyIntolerance','id':'1','patient':{'reference':'Patient/p'},'code':%s%s}"
        .formatted(code, more);
  }

  private static String procedure(String status, String more) {
    return "{'resourceType':'Procedure','id':'1','status':'%s','code':{'coding':[{'system':'http://snomed.info/sct','code':'228557008'}],'text':'CBT'},%s}"
        .formatted(status, more);
  }

  private static String request(String status, String intent) {
    return "{'resourceType':'ServiceRequest','id':'1','status':'%s','intent':'%s','authoredOn':'2026-02-19','code':{'coding':[{'system':'http://snomed.info/sct','code':'228557008'}],'text':'CBT'}}"
        .formatted(status, intent);
  }
}
