package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.glidepath.server.RunningService.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal has its status, and an OperationOutcome that names the place. */
class RefusalsTest {

  private final RunningService service = RunningService.shared();

  static Stream<Arguments> requests_that_lack_something() {
    return Stream.of(
        arguments("no hook", call().without("/hook"), 400, "$.hook"),
        arguments("a hook that is no text", call().with("/hook", "1"), 400, "$.hook"),
        arguments(
            "the hook of another service", call().with("/hook", "'patient-view'"), 400, "$.hook"),
        arguments("no hookInstance", call().without("/hookInstance"), 400, "$.hookInstance"),
        arguments("no context", call().without("/context"), 400, "$.context"),
        arguments("a context that is a list", call().with("/context", "[]"), 400, "$.context"),
        arguments("no patient", call().without("/context/patientId"), 400, "$.context.patientId"),
        arguments(
            "no orders", call().without("/context/draftOrders"), 400, "$.context.draftOrders"),
        arguments(
            "one order outside a bundle",
            call().with("/context/draftOrders", "{'resourceType':'MedicationRequest','id':'1'}"),
            400,
            "$.context.draftOrders"),
        arguments(
            "entries that are no list",
            call().with("/context/draftOrders/entry", "{'resource':{}}"),
            400,
            "$.context.draftOrders.entry"),
        arguments("a prefetch that is a list", call().with("/prefetch", "[]"), 400, "$.prefetch"),
        arguments("no data at all", call().without("/prefetch"), 412, "prefetch.patient"),
        arguments(
            "a null patient", call().with("/prefetch/patient", "null"), 412, "prefetch.patient"),
        arguments(
            "a patient that is a text",
            call().with("/prefetch/patient", "'x'"),
            412,
            "prefetch.patient"),
        arguments(
            "a patient without a type",
            call().with("/prefetch/patient", "{}"),
            412,
            "prefetch.patient"),
        arguments(
            "a practitioner as patient",
            call().with("/prefetch/patient", "{'resourceType':'Practitioner','id':'example'}"),
            412,
            "prefetch.patient"),
        arguments(
            "an error as patient",
            call()
                .with(
                    "/prefetch/patient",
                    "{'resourceType':'OperationOutcome','issue':[{'severity':'error','code':'forbidden'}]}"),
            412,
            "prefetch.patient"),
        arguments(
            "another patient",
            call().with("/prefetch/patient/id", "'other'"),
            412,
            "prefetch.patient.id"));
  }

  private static HookCall call() {
    return HookCall.flumazenil();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests_that_lack_something")
  void what_a_request_lacks_is_named(String what, HookCall call, int status, String place) {
    assertRefused(service.orderSign(call), status, place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"hook\":; $.hook, line 1, column 9",
        "{\"hook\":1}{; $, line 1, column 12",
        "'';$",
        "[];$",
        "null;$",
        "\"text\";$"
      })
  void what_is_no_json_object_is_400(String body, String place) {
    assertRefused(service.post(RunningService.ORDER_SIGN, body), 400, place);
  }

  @Test
  void a_service_that_is_not_there_is_404() {
    assertRefused(service.post("/cds-services/nobody", call().text()), 404, "/cds-services");
    assertRefused(service.post("/cds-services/nobody/feedback", "{}"), 404, "/cds-services");
    assertRefused(service.get("/nothing"), 404, "/cds-services");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/cds-services/glidepath-order-sign,POST",
    "PUT,/cds-services/glidepath-order-sign,POST",
    "DELETE,/cds-services/glidepath-order-sign/feedback,POST",
    "POST,/cds-services,GET",
    "DELETE,/health,GET"
  })
  void another_method_is_405_and_the_right_one_is_named(String method, String path, String right) {
    Response response =
        service.send(service.request(path).method(method, BodyPublishers.ofString("{}")));
    assertRefused(response, 405, path);
    assertThat(response.header("Allow")).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"text/xml", "application/x-www-form-urlencoded", "text/plain", ";;;"})
  void another_content_type_is_415(String type) {
    Response response =
        service.send(
            service
                .request(RunningService.ORDER_SIGN)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(call().bytes())));
    assertRefused(response, 415, "Content-Type");
  }

  @ParameterizedTest
  @CsvSource({"application/json;charset=UTF-8", "application/fhir+json", "APPLICATION/JSON"})
  void every_spelling_of_json_is_read(String type) {
    Response response =
        service.send(
            service
                .request(RunningService.ORDER_SIGN)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(call().bytes())));
    assertThat(response.rules()).contains("FL-001");
  }

  @Test
  void the_encounter_hooks_need_the_encounter() {
    HookCall call = call().with("/hook", "'encounter-discharge'").without("/context/draftOrders");
    assertRefused(
        service.post("/cds-services/glidepath-encounter-discharge", call.text()),
        400,
        "$.context.encounterId");
  }

  @Test
  void a_refill_needs_its_medications() {
    HookCall call = call().with("/hook", "'medication-refill'");
    assertRefused(
        service.post("/cds-services/glidepath-medication-refill", call.text()),
        400,
        "$.context.medications");
  }

  static void assertRefused(Response response, int status, String place) {
    assertThat(response.status()).as(response.text()).isEqualTo(status);
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(response.body().path("resourceType").asText()).isEqualTo("OperationOutcome");
    assertThat(response.body().at("/issue/0/severity").asText()).isEqualTo("error");
    assertThat(response.body().at("/issue/0/code").asText()).isNotBlank();
    assertThat(response.body().at("/issue/0/details/text").asText()).isNotBlank();
    assertThat(response.diagnostics()).isEqualTo(place);
  }
}
