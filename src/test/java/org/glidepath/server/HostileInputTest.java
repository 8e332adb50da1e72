package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.glidepath.server.RunningService.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that arrives brings the service down, or is answered with anything but JSON. */
class HostileInputTest {

  private static final String DOSE =
      "/prefetch/medicationRequests/entry/0/resource/dosageInstruction/0/doseAndRate/0/doseQuantity/value";

  private final RunningService service = RunningService.shared();

  @Test
  void a_body_over_10_mib_is_413_announced_or_not() {
    byte[] body =
        ("{\"a\":\"" + "x".repeat(11 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);
    Response announced = service.send(service.json(RunningService.ORDER_SIGN, body));
    RefusalsTest.assertRefused(announced, 413, "$");
    Response chunked =
        service.send(
            service
                .request(RunningService.ORDER_SIGN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));
    RefusalsTest.assertRefused(chunked, 413, "$");
  }

  @Test
  void a_body_just_below_10_mib_is_read() {
    HookCall call = HookCall.flumazenil();
    call.with("/extension", "{'com.example.padding':'" + "x".repeat(10_400_000) + "'}");
    assertThat(service.orderSign(call).rules()).contains("FL-001");
  }

  @Test
  void a_packed_body_is_unpacked() throws IOException {
    assertThat(packed(gzip(HookCall.flumazenil().bytes()), "gzip").rules()).contains("FL-001");
  }

  @Test
  void a_packed_body_counts_by_what_is_in_it() throws IOException {
    RefusalsTest.assertRefused(packed(gzip(new byte[50 * 1024 * 1024]), "gzip"), 413, "$");
  }

  @Test
  void what_is_not_packed_as_its_header_says_is_refused() {
    byte[] plain = HookCall.flumazenil().bytes();
    RefusalsTest.assertRefused(packed(plain, "gzip"), 400, "Content-Encoding");
    RefusalsTest.assertRefused(packed(plain, "br"), 415, "Content-Encoding");
  }

  private Response packed(byte[] body, String encoding) {
    return service.send(
        service.json(RunningService.ORDER_SIGN, body).header("Content-Encoding", encoding));
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }

  @Test
  void json_nested_too_deep_is_refused() {
    Response response = service.post(RunningService.ORDER_SIGN, "[".repeat(100_000));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).contains("1000 levels");
  }

  @Test
  void json_nested_as_deep_as_allowed_is_read() {
    HookCall call = HookCall.flumazenil();
    call.with(
        "/prefetch/x",
        "{'resourceType':'Bundle','entry':[{'resource':".repeat(300) + "{}" + "}]}".repeat(300));
    String extension = "{'url':'u','extension':[".repeat(450) + "{'url':'u'}" + "]}".repeat(450);
    call.with("/context/draftOrders/entry/0/resource/extension", "[" + extension + "]");
    assertThat(service.orderSign(call).rules()).contains("FL-001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "-1e100000"})
  void a_number_that_would_fill_the_memory_is_refused_by_its_path(String number) {
    String request = HookCall.flumazenil().with(DOSE, "12345").text().replace("12345", number);
    Response response = service.post(RunningService.ORDER_SIGN, request);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.diagnostics())
        .startsWith("$" + DOSE.replaceAll("/(\\d+)", "[$1]").replace('/', '.'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1", "0", "99999999999999999999"})
  void a_dose_that_nobody_takes_is_asked_for_and_not_computed(String number) {
    Response response = service.orderSign(HookCall.flumazenil().with(DOSE, number));
    assertThat(response.rules()).contains("FL-001");
    assertThat(response.cards().path(0).path("summary").asText()).doesNotContain("mg/day");
  }

  @Test
  void text_that_is_not_utf_8_is_refused() {
    byte[] body = "{\"hook\":\"\u00ff\u00fe\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(service.send(service.json(RunningService.ORDER_SIGN, body)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET /%ff%00/..;/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "POST /cds-services/x HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n"
      })
  void what_is_no_http_is_answered_in_json_too(String request) throws IOException {
    try (Socket socket = new Socket("localhost", service.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").contains("OperationOutcome");
      assertThat(answer).doesNotContain("<html>").doesNotContain("\tat ");
    }
  }

  @Test
  void headers_that_are_too_long_are_answered_in_json_too() {
    Response response =
        service.send(service.request("/health").header("X-Long", "y".repeat(20_000)));
    RefusalsTest.assertRefused(response, 431, "HTTP");
  }
}
