package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.glidepath.server.RunningService.Response;
import org.junit.jupiter.api.Test;

/**
 * Requests recorded from the CDS Hooks Sandbox, in the shape that Epic documents, and edge cases.
 */
class SamplesTest {

  private final RunningService service = RunningService.shared();

  private Response call(String hook, HookCall call) {
    Response response = service.post("/cds-services/glidepath-" + hook, call.text());
    if (response.status() == 200) {
      Shape.assertResponse(response.body());
    }
    return response;
  }

  @Test
  void missing_prefetch_without_a_server_is_412() {
    RefusalsTest.assertRefused(
        call(
            "patient-view",
            HookCall.recorded("cdshooks/edge-prefetch-missing-no-fhirserver-expect-412.json")),
        412,
        "prefetch.patient");
  }

  @Test
  void null_is_no_data_and_no_error() {
    Response response = call("patient-view", HookCall.recorded("cdshooks/edge-prefetch-null.json"));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("{\"cards\":[]}");
  }

  @Test
  void epic_orders_alprazolam_by_reference_beside_diazepam() {
    Response response = call("order-sign", HookCall.recorded("fhir/epic-dialect-order-sign.json"));
    assertThat(response.rules()).contains("IX-008");
    assertThat(response.cards().path(0).path("summary").asText())
        .contains("alprazolam")
        .contains("diazepam");
  }

  @Test
  void the_sandbox_opens_a_chart() {
    Response response =
        call("patient-view", HookCall.recorded("fhir/recorded-sandbox-patient-view.json"));
    assertThat(response.rules()).contains("WR-005");
  }

  @Test
  void the_sandbox_begins_an_order() {
    Response response =
        call(
            "order-select",
            HookCall.recorded("cdshooks/recorded-sandbox-order-select-empty-draft.json"));
    assertThat(response.text()).isEqualTo("{\"cards\":[]}");
  }

  @Test
  void the_sandbox_signs_diazepam_and_leaves_the_record_to_its_server() {
    try (FhirServerStub fhir = new FhirServerStub()) {
      fhir.answering(
          "Patient/bzd-1", "{'resourceType':'Patient','id':'bzd-1','birthDate':'1950-03-02'}");
      fhir.answering(
          "MedicationRequest",
          """
          {'resourceType':'Bundle','type':'searchset','total':1,'entry':[{'resource':
           {'resourceType':'MedicationRequest','id':'m1','status':'active','intent':'order',
            'subject':{'reference':'Patient/bzd-1'},'authoredOn':'2025-01-10',
            'medicationCodeableConcept':{'coding':[
              {'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'197321'}]}}}]}""");
      HookCall call =
          HookCall.recorded("fhir/recorded-sandbox-order-sign.json")
              .with("/fhirServer", "'" + fhir.base() + "'");
      assertThat(call("order-sign", call).rules()).contains("IX-008");
    }
  }

  @Test
  void the_sandbox_tells_that_a_card_was_accepted() {
    Response response =
        service.post(
            RunningService.ORDER_SIGN + "/feedback",
            HookCall.recorded("cdshooks/recorded-sandbox-feedback-accepted.json").text());
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEmpty();
  }
}
