package org.glidepath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.glidepath.rulebook.SampleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckAndReplayTest {

  private static final String EXAMPLE = "docs/examples/order-sign-flumazenil.json";
  private static final String AT = "2026-03-01T10:00:00Z";

  @TempDir Path folder;

  @Test
  void a_sound_rule_folder_is_good() {
    Typed typed = Typed.glidepath("check", SampleBook.in(folder).rules().toString());
    assertThat(typed.status()).isZero();
    assertThat(typed.out()).contains("5 rules").contains("2 services").contains("3 warnings");
  }

  @Test
  void errors_come_before_the_warnings_of_earlier_files() {
    SampleBook book =
        SampleBook.in(folder).replacing("rules/services.yaml", "order-sign", "order-sing");
    assertThat(severities(Typed.glidepath("check", book.rules().toString()).out().lines()))
        .containsExactly("error", "warning", "warning");
    assertThat(
            Typed.glidepath("check", "--json", book.rules().toString())
                .lines()
                .get(0)
                .path("problems")
                .valueStream()
                .map(problem -> problem.path("severity").asText()))
        .containsExactly("error", "warning", "warning");
  }

  private static List<String> severities(Stream<String> lines) {
    return lines.map(line -> line.replaceAll("^.*:\\d+:\\d+: (\\w+): .*$", "$1")).toList();
  }

  @Test
  void a_tool_reads_the_same_as_json() {
    SampleBook book =
        SampleBook.in(folder).replacing("rules/services.yaml", "order-sign", "order-sing");
    Typed typed = Typed.glidepath("check", "--json", book.rules().toString());
    assertThat(typed.status()).isEqualTo(1);
    JsonNode error =
        typed
            .lines()
            .get(0)
            .path("problems")
            .valueStream()
            .filter(problem -> problem.path("severity").asText().equals("error"))
            .findFirst()
            .orElseThrow();
    assertThat(error.path("file").asText())
        .isEqualTo(book.rules().resolve("services.yaml").toString());
    assertThat(error.path("line").asInt()).isEqualTo(3);
    assertThat(error.path("column").asInt()).isEqualTo(11);
    assertThat(error.path("message").asText()).startsWith("unknown hook \"order-sing\"");
  }

  @Test
  void a_folder_that_is_not_there_cannot_be_checked() {
    Typed typed = Typed.glidepath("check", folder.resolve("nowhere").toString());
    assertThat(typed.status()).isEqualTo(2);
    assertThat(typed.err()).contains("there is no folder").contains("nowhere");
  }

  @Test
  void advice_that_no_case_expects_is_warned_of_where_there_are_cases() throws IOException {
    Path rules = SampleBook.in(folder).rules();
    Path cases = Files.createDirectories(folder.resolve("test-cases/flumazenil/fl-001-a"));
    Files.writeString(cases.resolve("case.yaml"), "expect: {fires: [FL-001]}");
    assertThat(Typed.glidepath("check", rules.toString()).out())
        .contains(
            "taper.drl:8:1: warning: no test case expects TP-001 to fire; add one below"
                + " test-cases/taper/tp-001-...")
        .doesNotContain("expects FL-001");
  }

  @Test
  void a_mistake_is_a_finding_with_its_place() {
    SampleBook book =
        SampleBook.in(folder).replacing("rules/services.yaml", "order-sign", "order-sing");
    Typed typed = Typed.glidepath("check", book.rules().toString());
    assertThat(typed.status()).isEqualTo(1);
    assertThat(typed.out()).contains("services.yaml:3:11: error: unknown hook \"order-sing\"");
  }

  @Test
  void with_a_mistake_in_the_rules_nothing_else_runs() {
    SampleBook book =
        SampleBook.in(folder).replacing("rules/services.yaml", "order-sign", "order-sing");
    for (String command : new String[] {"decide", "replay"}) {
      Typed typed = Typed.glidepath(command, EXAMPLE, "--rules", book.rules().toString());
      assertThat(typed.status()).isEqualTo(2);
      assertThat(typed.err()).contains("error: unknown hook");
    }
    assertThat(Typed.glidepath("serve", "--rules", book.rules().toString()).status()).isEqualTo(2);
  }

  @Test
  void a_recorded_request_is_compared_with_what_it_got_before() throws IOException {
    Path request = Files.copy(Path.of(EXAMPLE), folder.resolve("call.json"));
    Typed decided = Typed.glidepath("decide", request.toString(), "--at", AT, "--json");
    Path expected = folder.resolve("call.expected.json");
    Files.writeString(expected, decided.lines().get(0).path("response").toString());
    Typed same = Typed.glidepath("replay", folder.toString(), "--at", AT);
    assertThat(same.out()).contains("1 replayed, 1 as expected, 0 not");
    assertThat(same.status()).isZero();
    Files.writeString(expected, "{\"cards\":[]}");
    Typed other = Typed.glidepath("replay", folder.toString(), "--at", AT);
    assertThat(other.out()).contains("FAILED").contains("1 replayed, 0 as expected, 1 not");
    assertThat(other.status()).isEqualTo(1);
  }

  @Test
  void nothing_to_replay_cannot_be_run() {
    assertThat(Typed.glidepath("replay", folder.toString()).status()).isEqualTo(2);
    Typed nowhere = Typed.glidepath("replay", "nowhere");
    assertThat(nowhere.status()).isEqualTo(2);
    assertThat(nowhere.err()).contains("nowhere: there is no such file or folder");
  }

  @Test
  void a_command_that_is_not_there_or_no_command_cannot_be_run() {
    assertThat(Typed.glidepath("sevre").status()).isEqualTo(2);
    assertThat(Typed.glidepath().status()).isEqualTo(2);
    assertThat(Typed.glidepath("--help").status()).isZero();
  }
}
