package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.glidepath.server.RunningService.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are answered with cards, or with none. */
class AnswersTest {

  private static final String ORDER = "/context/draftOrders/entry/0/resource";

  private final RunningService service = RunningService.shared();

  @Test
  void the_card_of_a_call_has_the_shape_of_cds_hooks() {
    Response response = service.orderSign(HookCall.flumazenil());
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.rules()).contains("FL-001");
    assertThat(response.cards().path(0).path("indicator").asText()).isEqualTo("critical");
    Shape.assertResponse(response.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'resourceType':'Bundle'}",
        "{}",
        "{'resourceType':'Bundle','entry':null}",
        "{'resourceType':'Bundle','entry':[]}",
        "{'resourceType':'Bundle','entry':[null,1,{},{'resource':null}]}",
        "{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'MedicationRequest','id':'1','status':'draft'}}]}",
        "{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'MedicationRequest','id':'1','medicationCodeableConcept':{}}}]}",
        "{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'ServiceRequest','id':'1'}}]}"
      })
  void drafts_with_no_medication_yet_get_no_card_and_no_error(String orders) {
    HookCall call = HookCall.flumazenil().without("/prefetch").with("/context/draftOrders", orders);
    Response response = service.orderSign(call);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("{\"cards\":[]}");
  }

  @Test
  void what_a_client_adds_is_ignored() {
    HookCall call =
        HookCall.flumazenil()
            .with("/extension", "{'com.example.x':{'a':[1,null]}}")
            .with("/context/extra", "[[]]")
            .with("/prefetch/own", "{'resourceType':'Basic','id':'1'}")
            .with("/fhirAuthorization", "{'access_token':'','expires_in':'soon'}");
    assertThat(service.orderSign(call).rules()).contains("FL-001");
  }

  @Test
  void the_ids_of_the_context_may_have_their_type_in_front() {
    HookCall call = HookCall.flumazenil().with("/context/patientId", "'Patient/example'");
    assertThat(service.orderSign(call).rules()).contains("FL-001");
  }

  @Test
  void an_order_that_is_also_on_record_is_one_order() {
    HookCall call = HookCall.flumazenil();
    String temazepam =
        """
        {'resourceType':'MedicationRequest','id':'t','status':'draft','intent':'order',
         'subject':{'reference':'Patient/example'},
         'medicationCodeableConcept':{'text':'Alprazolam 1 mg tablet','coding':[
           {'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'197321'}]}}""";
    call.with(ORDER, temazepam);
    call.with(
        "/prefetch/medicationRequests",
        "{'resourceType':'Bundle','entry':[{'resource':" + temazepam + "}]}");
    assertThat(service.orderSign(call).rules()).doesNotContain("IX-008");
  }

  @Test
  void on_order_select_only_the_selected_order_speaks() {
    HookCall call =
        HookCall.flumazenil()
            .with("/hook", "'order-select'")
            .with(
                ORDER,
                """
                {'resourceType':'MedicationRequest','id':'d','status':'draft','intent':'order',
                 'subject':{'reference':'Patient/example'},
                 'medicationCodeableConcept':{'coding':[
                   {'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'197591'}]}}""");
    String path = "/cds-services/glidepath-order-select";
    call.with("/context/selections", "['MedicationRequest/d']");
    assertThat(service.post(path, call.text()).rules()).contains("MO-001");
    call.with("/context/selections", "['MedicationRequest/other']");
    assertThat(service.post(path, call.text()).rules()).doesNotContain("MO-001");
  }

  @Test
  void a_refill_is_an_order_that_is_being_written() {
    HookCall call = HookCall.flumazenil().with("/hook", "'medication-refill'");
    call.with("/context/medications", call.at("/context/draftOrders").toString());
    call.with(
        "/context/medications/entry/0/resource/medicationCodeableConcept",
        "{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'197591'}]}");
    Response response = service.post("/cds-services/glidepath-medication-refill", call.text());
    assertThat(response.rules()).contains("IX-008");
    Shape.assertResponse(response.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"encounter-start", "encounter-discharge", "patient-view"})
  void hooks_without_orders_speak_of_the_use_on_record(String hook) {
    HookCall call =
        HookCall.flumazenil()
            .with("/hook", "'" + hook + "'")
            .with("/context/encounterId", "'e'")
            .without("/context/draftOrders");
    Response response = service.post("/cds-services/glidepath-" + hook, call.text());
    assertThat(response.rules()).contains("WR-005");
    Shape.assertResponse(response.body());
  }

  @Test
  void the_same_call_gets_the_same_answer_and_another_call_other_identifiers() {
    String first = service.orderSign(HookCall.flumazenil()).text();
    assertThat(service.orderSign(HookCall.flumazenil()).text()).isEqualTo(first);
    HookCall other =
        HookCall.flumazenil().with("/hookInstance", "'5c1b6d3a-3f0c-4c0e-9a39-3f5f3e6f2a11'");
    Set<String> uuids = new HashSet<>();
    uuids.add(service.orderSign(HookCall.flumazenil()).cards().path(0).path("uuid").asText());
    uuids.add(service.orderSign(other).cards().path(0).path("uuid").asText());
    assertThat(uuids).hasSize(2);
  }

  static Stream<String> texts_that_would_change_a_card() {
    return Stream.of(
        "Alprazolam <script>alert(1)</script>",
        "Alprazolam | table | of | words",
        "Alprazolam [link](https://evil.example)",
        "Alprazolam \\n# heading \\n- bullet",
        "Alprazolam " + "very ".repeat(100) + "long",
        "Alprazolam " + "\uD83D\uDC8A".repeat(200));
  }

  @ParameterizedTest
  @MethodSource("texts_that_would_change_a_card")
  void words_of_the_record_cannot_change_the_shape_of_a_card(String text) {
    HookCall call = HookCall.flumazenil();
    String concept = "{'text':'" + text + "'}";
    call.with("/prefetch/medicationRequests/entry/0/resource/medicationCodeableConcept", concept);
    call.with(ORDER + "/medicationCodeableConcept", concept);
    Response response = service.orderSign(call);
    assertThat(response.status()).isEqualTo(200);
    Shape.assertResponse(response.body());
    assertThat(response.text()).doesNotContain("](https://evil");
  }

  @Test
  void many_drafts_at_once_get_as_many_cards_as_the_service_shows() {
    HookCall call = HookCall.flumazenil();
    ArrayNode entries = (ArrayNode) call.at("/context/draftOrders/entry");
    JsonNode alprazolam = call.at("/prefetch/medicationRequests/entry/0");
    for (String code : new String[] {"197591", "197321", "197901", "204508"}) {
      JsonNode entry = alprazolam.deepCopy();
      call.with("/context/draftOrders/entry/0", entry.toString());
      entries.add(
          HookCall.json(
              entry.toString().replace("197321", code).replace("alprazolam-order", "d" + code)));
    }
    Response response = service.orderSign(call);
    assertThat(response.cards().size()).isBetween(1, 3);
    Shape.assertResponse(response.body());
  }
}
