package org.glidepath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideCommandTest {

  private static final String EXAMPLE = "docs/examples/order-sign-flumazenil.json";
  private static final String AT = "2026-03-01T10:00:00Z";

  @TempDir Path folder;
  private String broken = "";
  private String refused = "";

  @BeforeEach
  void write() throws IOException {
    broken = Files.writeString(folder.resolve("broken.json"), "{ not json").toString();
    refused =
        Files.writeString(
                folder.resolve("refused.json"),
                "{\"hook\":\"patient-view\",\"hookInstance\":\"1\",\"context\":{\"patientId\":\"p\"}}")
            .toString();
  }

  private static Set<String> members(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void one_line_of_json_has_the_members_that_are_fixed() {
    Typed typed = Typed.glidepath("decide", EXAMPLE, "--at", AT, "--json");
    assertThat(typed.status()).isZero();
    assertThat(typed.lines()).hasSize(1);
    JsonNode line = typed.lines().get(0);
    assertThat(members(line))
        .containsExactlyInAnyOrder(
            "request",
            "status",
            "response",
            "advice",
            "exposures",
            "inferred",
            "notChecked",
            "ruleBook",
            "at");
    assertThat(line.path("request").asText()).isEqualTo(EXAMPLE);
    assertThat(line.path("status").asInt()).isEqualTo(200);
    assertThat(line.at("/response/cards/0/source/topic/code").asText()).isEqualTo("FL-001");
    assertThat(line.path("ruleBook").asText()).matches("[0-9a-f]{12}");
    assertThat(line.path("at").asText()).isEqualTo(AT);
  }

  @Test
  void it_says_what_was_advised_what_is_taken_and_what_was_inferred() {
    JsonNode line = Typed.glidepath("decide", EXAMPLE, "--at", AT, "--json").lines().get(0);
    JsonNode advice =
        line.path("advice")
            .valueStream()
            .filter(one -> one.path("rule").asText().equals("FL-001"))
            .findFirst()
            .orElseThrow();
    assertThat(advice.path("indicator").asText()).isEqualTo("critical");
    assertThat(advice.path("shown").asBoolean()).isTrue();
    assertThat(advice.path("facts").toString()).contains("MedicationRequest/alprazolam-order");
    JsonNode exposure = line.path("exposures").path(0);
    assertThat(exposure.path("drug").asText()).isEqualTo("alprazolam");
    assertThat(exposure.path("dailyMg").toString()).isEqualTo("[3,3]");
    assertThat(exposure.path("daysPerWeek").toString()).isEqualTo("[7,7]");
    assertThat(exposure.path("dze")).hasSize(2);
    assertThat(exposure.path("from").asText()).isEqualTo("2024-02-20");
    assertThat(exposure.path("unknown").isArray()).isTrue();
    assertThat(
            line.path("inferred")
                .valueStream()
                .filter(one -> one.path("type").asText().equals("RiskClass")))
        .singleElement()
        .satisfies(
            risk -> {
              assertThat(risk.path("value").asText()).startsWith("YES");
              assertThat(risk.path("rule").asText()).startsWith("WR-");
            });
  }

  @Test
  void several_files_are_answered_in_their_order_and_a_refusal_is_a_finding() {
    Typed typed = Typed.glidepath("decide", refused, EXAMPLE, broken, "--at", AT, "--json");
    assertThat(typed.lines())
        .extracting(line -> line.path("request").asText() + " " + line.path("status").asInt())
        .containsExactly(refused + " 412", EXAMPLE + " 200", broken + " 400");
    assertThat(typed.lines().get(2).at("/response/issue/0/diagnostics").asText())
        .isEqualTo("$, line 1, column 4");
    assertThat(typed.status()).isEqualTo(1);
  }

  @Test
  void a_file_that_is_not_there_is_named_and_the_others_are_answered() {
    Typed typed = Typed.glidepath("decide", "nowhere.json", EXAMPLE, "--at", AT, "--json");
    assertThat(typed.lines())
        .extracting(line -> line.path("request").asText())
        .isEqualTo(List.of(EXAMPLE));
    assertThat(typed.err())
        .isEqualToIgnoringNewLines(
            "nowhere.json:1:1: error: there is no such file, or it cannot be read");
    assertThat(typed.status()).isEqualTo(2);
  }

  @Test
  void the_text_names_cards_reasons_and_gaps() {
    Typed typed = Typed.glidepath("decide", EXAMPLE, refused, "--at", AT);
    assertThat(typed.out())
        .contains(EXAMPLE + ": 200")
        .contains("[critical] alprazolam 3 mg/day for 2 years")
        .contains("because of")
        .contains("evaluated at " + AT)
        .contains(refused + ": 412")
        .contains("prefetch.patient");
  }

  @Test
  void the_evaluation_time_decides() {
    Typed typed = Typed.glidepath("decide", EXAMPLE, "--at", "2024-02-22T10:00:00Z", "--json");
    assertThat(typed.lines().get(0).toString()).contains("\"at\":\"2024-02-22T10:00:00Z\"");
    assertThat(typed.out()).doesNotContain("for 2 years");
  }

  @Test
  void what_is_no_instant_cannot_be_run() {
    Typed typed = Typed.glidepath("decide", EXAMPLE, "--at", "yesterday");
    assertThat(typed.status()).isEqualTo(2);
    assertThat(typed.err()).contains("--at").contains("yesterday");
  }
}
