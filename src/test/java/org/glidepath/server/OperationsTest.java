package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.glidepath.server.RunningService.Response;
import org.junit.jupiter.api.Test;

class OperationsTest {

  private final RunningService service = RunningService.shared();

  @Test
  void health_names_the_rule_book() {
    Response health = service.get("/health");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body().path("status").asText()).isEqualTo("UP");
    assertThat(health.body().path("ruleBook").asText()).matches("[0-9a-f]{12}");
    assertThat(health.body().path("rules").asInt()).isPositive();
  }

  @Test
  void metrics_count_calls_by_status_and_cards_by_rule() {
    service.orderSign(HookCall.flumazenil());
    service.orderSign(HookCall.flumazenil().without("/prefetch"));
    Response metrics = service.get("/metrics");
    assertThat(metrics.header("Content-Type")).startsWith("text/plain");
    assertThat(metrics.text())
        .contains("glidepath_calls_seconds_count{service=\"glidepath-order-sign\",status=\"200\"}")
        .contains("glidepath_calls_seconds_count{service=\"glidepath-order-sign\",status=\"412\"}")
        .contains(
            "glidepath_cards_total{indicator=\"critical\",rule=\"FL-001\",service=\"glidepath-order-sign\"}");
  }

  @Test
  void a_request_sets_its_evaluation_time_only_where_that_is_configured() {
    assertThat(aYearLater(service).text()).contains("alprazolam 3 mg/day for 2 years");
    try (RunningService testing =
        RunningService.with(new Configuration(0, Optional.empty(), false, true, List.of()))) {
      assertThat(aYearLater(testing).text()).contains("alprazolam 3 mg/day for 3 years");
      Response refused =
          testing.send(
              testing
                  .json(RunningService.ORDER_SIGN, HookCall.flumazenil().bytes())
                  .header("eval-time", "tomorrow"));
      RefusalsTest.assertRefused(refused, 400, "eval-time");
    }
  }

  private static Response aYearLater(RunningService service) {
    return service.send(
        service
            .json(RunningService.ORDER_SIGN, HookCall.flumazenil().bytes())
            .header("eval-time", "2027-03-01T10:00:00Z"));
  }

  @Test
  void a_port_that_is_taken_is_said_to_be_taken() {
    Configuration taken = Configuration.DEFAULT.withPort(service.port());
    assertThatThrownBy(() -> RunningService.onPortOf(taken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("port " + service.port() + " cannot be opened")
        .hasMessageContaining("--port");
  }
}
