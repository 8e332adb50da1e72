package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.glidepath.rulebook.PrefetchKey;
import org.glidepath.server.RunningService.Response;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

  private final Response discovery = RunningService.shared().get("/cds-services");

  @Test
  void there_is_one_service_for_each_hook() {
    Map<String, String> services = new TreeMap<>();
    discovery
        .body()
        .path("services")
        .forEach(
            service -> services.put(service.path("hook").asText(), service.path("id").asText()));
    assertThat(discovery.status()).isEqualTo(200);
    assertThat(discovery.header("Content-Type")).isEqualTo("application/json");
    assertThat(services)
        .containsExactly(
            Map.entry("encounter-discharge", "glidepath-encounter-discharge"),
            Map.entry("encounter-start", "glidepath-encounter-start"),
            Map.entry("medication-refill", "glidepath-medication-refill"),
            Map.entry("order-select", "glidepath-order-select"),
            Map.entry("order-sign", "glidepath-order-sign"),
            Map.entry("patient-view", "glidepath-patient-view"));
  }

  @Test
  void each_service_says_what_it_is_and_what_it_would_like_to_be_sent() {
    for (JsonNode service : discovery.body().path("services")) {
      assertThat(service.path("title").asText()).isNotBlank();
      assertThat(service.path("description").asText()).isNotBlank();
      assertThat(service.at("/prefetch/patient").asText())
          .isEqualTo("Patient/{{context.patientId}}");
      service
          .path("prefetch")
          .properties()
          .forEach(template -> assertThat(PrefetchKey.all()).contains(template.getKey()));
    }
  }

  @Test
  void nothing_in_it_is_empty() {
    Shape.assertNothingEmpty(discovery.body());
  }
}
