package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.glidepath.server.RunningService.Response;
import org.junit.jupiter.api.Test;

class DecisionsTest {

  private final RunningService service = RunningService.shared();

  @Test
  void a_card_that_was_sent_is_explained() {
    Response sent = service.orderSign(HookCall.flumazenil());
    String uuid = sent.body().at("/cards/0/uuid").asText();
    Response explained = service.get("/decisions/" + uuid);
    assertThat(explained.status()).isEqualTo(200);
    JsonNode account = explained.body();
    assertThat(account.path("card").asText()).isEqualTo(uuid);
    assertThat(account.path("at").asText()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(account.path("ruleBook").asText()).matches("[0-9a-f]{12}");
    JsonNode first = account.at("/advice/0");
    assertThat(first.path("rule").asText()).isEqualTo("FL-001");
    assertThat(first.path("outcome").asText()).isEqualTo("shown");
    assertThat(first.path("because").toString()).contains("MedicationRequest/alprazolam-order");
    assertThat(account.path("concluded").toString()).contains("risk class: alprazolam");
    assertThat(account.path("close").toString()).contains("patient age: years is at least 65");
    assertThat(account.path("notChecked").toString()).contains("observations: not sent");
  }

  @Test
  void what_there_is_not_is_left_out() {
    Response sent = service.orderSign(HookCall.flumazenil());
    Response explained = service.get("/decisions/" + sent.body().at("/cards/0/uuid").asText());
    JsonNode order = explained.body().at("/advice/0/because/0");
    assertThat(order.path("from").isEmpty()).isFalse();
    assertThat(order.has("concludedBy")).isFalse();
    assertThat(explained.body().path("concluded").toString()).contains("\"concludedBy\":\"");
    assertThat(explained.body().toString()).doesNotContain("\":\"\"");
  }

  @Test
  void a_card_that_was_never_sent_is_not_found() {
    Response unknown = service.get("/decisions/6a1b3c1e-0000-4000-8000-000000000000");
    RefusalsTest.assertRefused(unknown, 404, "/decisions");
  }
}
