package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.glidepath.server.RunningService.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client did not send is fetched from the FHIR server it names, or said to be missing. */
class MissingDataTest {

  private static final String PATIENT =
      "{'resourceType':'Patient','id':'example','birthDate':'1969-04-12'}";
  private static final String ALPRAZOLAM =
      HookCall.flumazenil().at("/prefetch/medicationRequests/entry/0/resource").toString();

  private final RunningService service = RunningService.shared();
  private final FhirServerStub fhir = new FhirServerStub().answering("Patient/example", PATIENT);

  @AfterEach
  void close() {
    fhir.close();
  }

  private HookCall call() {
    return HookCall.flumazenil().askingAt(fhir.base(), "secret-token");
  }

  private static String searchset(String resource, String next) {
    return "{'resourceType':'Bundle','type':'searchset','link':[%s],'entry':[{'resource':%s}]}"
        .formatted(next, resource);
  }

  @Test
  void absent_keys_are_fetched_and_the_token_is_presented_on_each_call() {
    fhir.answering("MedicationRequest", searchset(ALPRAZOLAM, ""));
    Response response = service.orderSign(call());
    assertThat(response.rules()).contains("FL-001");
    assertThat(fhir.urls())
        .contains("Patient/example", "MedicationStatement?patient=example")
        .anyMatch(url -> url.startsWith("Observation?patient=example&category="))
        .noneMatch(url -> url.startsWith("Encounter"));
    assertThat(fhir.calls())
        .allSatisfy(
            made -> assertThat(made.authorization()).containsExactly("Bearer secret-token"));
  }

  @Test
  void an_empty_token_is_no_token() {
    HookCall call = call().with("/fhirAuthorization", "{'access_token':'','token_type':'Bearer'}");
    assertThat(service.orderSign(call).status()).isEqualTo(200);
    assertThat(fhir.calls()).allSatisfy(made -> assertThat(made.authorization()).isEmpty());
  }

  @Test
  void only_absent_keys_are_asked_for_not_those_that_came_empty_null_or_with_an_error() {
    HookCall call =
        call()
            .with("/prefetch", "{}")
            .with("/prefetch/patient", PATIENT)
            .with("/prefetch/conditions", "null")
            .with("/prefetch/medicationStatements", "{'resourceType':'Bundle','total':0}")
            .with(
                "/prefetch/observations",
                "{'resourceType':'OperationOutcome','issue':[{'severity':'error','code':'throttled'}]}");
    service.orderSign(call);
    assertThat(fhir.urls())
        .allMatch(url -> !url.matches("(Patient|Condition|MedicationStatement|Observation).*"));
    assertThat(fhir.urls()).anyMatch(url -> url.startsWith("MedicationRequest?"));
  }

  @Test
  void pages_are_followed_and_each_is_asked_for_with_the_token() {
    String link = "{'relation':'next','url':'" + fhir.base() + "?_getpages=2'}";
    fhir.answering(
        "MedicationRequest", searchset("{'resourceType':'MedicationRequest','id':'x'}", link));
    fhir.answering("/fhir?_getpages=2", searchset(ALPRAZOLAM, ""));
    assertThat(service.orderSign(call()).rules()).contains("FL-001");
    assertThat(fhir.calls())
        .filteredOn(made -> made.url().contains("_getpages"))
        .singleElement()
        .satisfies(made -> assertThat(made.authorization()).containsExactly("Bearer secret-token"));
  }

  @Test
  void a_first_page_in_the_prefetch_is_completed() {
    HookCall call = HookCall.flumazenil().with("/fhirServer", "'" + fhir.base() + "'");
    call.with(
        "/prefetch/medicationRequests",
        searchset(
            "{'resourceType':'MedicationRequest','id':'x'}", "{'relation':'next','url':'x'}"));
    fhir.answering("MedicationRequest", searchset(ALPRAZOLAM, ""));
    assertThat(service.orderSign(call).rules()).contains("FL-001");
  }

  @Test
  void a_search_that_counts_more_than_it_sends_is_not_taken_for_complete() {
    HookCall call = HookCall.flumazenil();
    call.with(
        "/prefetch/medicationStatements", "{'resourceType':'Bundle','type':'searchset','total':3}");
    assertThat(service.orderSign(call).cards().path(0).path("detail").asText())
        .contains("**Not checked:** medicationStatements (less was sent than its total says)");
  }

  @Test
  void a_page_elsewhere_is_not_followed_and_the_gap_is_told() {
    try (FhirServerStub elsewhere = new FhirServerStub()) {
      String link = "{'relation':'next','url':'" + elsewhere.base() + "/page2'}";
      fhir.answering("MedicationRequest", searchset(ALPRAZOLAM, link));
      Response response = service.orderSign(call());
      assertThat(elsewhere.calls()).isEmpty();
      assertThat(response.cards().path(0).path("detail").asText())
          .contains("**Not checked:** medicationRequests (only the first page was sent)");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 500, 302})
  void without_the_patient_there_is_no_answer(int status) {
    fhir.answering("Patient/example", status, "secret words of the server");
    Response response = service.orderSign(call());
    RefusalsTest.assertRefused(response, 412, "prefetch.patient");
    assertThat(response.text()).contains("the FHIR server answered " + status);
    assertThat(response.text()).doesNotContain("secret");
  }

  @Test
  void what_is_not_required_is_told_as_not_checked() {
    fhir.answering("MedicationRequest", searchset(ALPRAZOLAM, ""));
    fhir.answering("MedicationStatement", 401, "");
    assertThat(service.orderSign(call()).cards().path(0).path("detail").asText())
        .contains("**Not checked:** medicationStatements (the FHIR server answered 401)");
  }

  @Test
  void a_server_that_is_not_there_is_412() {
    HookCall call = HookCall.flumazenil().askingAt("http://localhost:1/fhir", "t");
    RefusalsTest.assertRefused(service.orderSign(call), 412, "prefetch.patient");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ehr.example.org/fhir",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "http://localhost@ehr.example.org/",
        "http://[bad",
        "localhost"
      })
  void a_server_that_is_not_on_the_list_is_never_asked(String server) {
    Response response = service.orderSign(HookCall.flumazenil().askingAt(server, "t"));
    RefusalsTest.assertRefused(response, 412, "prefetch.patient");
    assertThat(response.text()).contains("not on the list of this service");
  }

  @Test
  void with_a_list_only_what_lies_below_it_is_asked() {
    Configuration listed =
        new Configuration(0, Optional.empty(), false, false, List.of(URI.create(fhir.base())));
    String root = fhir.base().replace("/fhir", "");
    try (RunningService strict = RunningService.with(listed)) {
      assertThat(strict.orderSign(call()).status()).isEqualTo(200);
      int calls = fhir.calls().size();
      for (String outside :
          List.of(root, root + "/fhir2", root + "/fhir/%2e%2e/x", root + "/fhir/../x")) {
        assertThat(strict.orderSign(call().with("/fhirServer", "'" + outside + "'")).status())
            .as(outside)
            .isEqualTo(412);
      }
      assertThat(fhir.calls()).hasSize(calls);
    }
  }
}
