package org.glidepath.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.glidepath.cdshooks.Feedback;

/** What is counted, for Prometheus. Labels hold services, rules and statuses: nothing of a call. */
final class Metrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** A call of a service was answered, or refused. */
  void called(String serviceId, int status, Duration took) {
    Timer.builder("glidepath.calls")
        .description("Calls of a service and how long they took")
        .tag("service", serviceId)
        .tag("status", String.valueOf(status))
        .serviceLevelObjectives(
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2))
        .register(registry)
        .record(took);
  }

  /** These cards were sent. */
  void sent(String serviceId, JsonNode cards) {
    for (JsonNode card : cards) {
      registry
          .counter(
              "glidepath.cards",
              "service",
              serviceId,
              "rule",
              card.path("source").path("topic").path("code").asText(),
              "indicator",
              card.path("indicator").asText())
          .increment();
    }
  }

  /** A clinician's answer to a card arrived. */
  void answered(String serviceId, Feedback feedback) {
    registry
        .counter("glidepath.feedback", "service", serviceId, "outcome", feedback.outcome())
        .increment();
  }

  /** What is on disk was read again, and is served or refused. */
  void exchanged(boolean served) {
    registry
        .counter("glidepath.rulebook.readings", "outcome", served ? "served" : "refused")
        .increment();
  }

  /** Everything so far, in the text format of Prometheus. */
  String scrape() {
    return registry.scrape();
  }
}
