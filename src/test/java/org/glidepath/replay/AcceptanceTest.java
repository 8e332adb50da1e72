package org.glidepath.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptanceTest {

  @TempDir Path folder;
  private AgeCases cases;

  @BeforeEach
  void book() {
    cases = new AgeCases(folder);
  }

  private List<String> accept(Path entry) {
    Replay replay = cases.replay();
    return new Acceptance(replay).accept(replay.run(entry));
  }

  private String accepted(String expectation) {
    Path dir = cases.born("1940-01-01", expectation);
    accept(dir);
    assertThat(cases.replay().run(dir).differences()).isEmpty();
    String text = AgeCases.read(dir.resolve("case.yaml"));
    assertThat(text).contains("hook: order-sign # as an EHR would");
    return text.substring(text.indexOf("expect:"));
  }

  @Test
  void a_rule_that_fired_moves_and_comments_stay() {
    assertThat(
            accepted(
                """
                # nobody is that old
                silent: [TP-001] # is it?
                cards:
                  - rule: TP-001
                    indicator: critical
                """))
        .isEqualTo(
            """
            expect:
              # nobody is that old
              fires: [TP-001]
              cards:
                - rule: TP-001
                  indicator: info
            """);
  }

  @Test
  void a_list_in_braces_stays_in_braces() {
    Path dir = cases.born("1990-01-01", "");
    AgeCases.write(
        dir.resolve("case.yaml"),
        """
        title: Young
        at: 2026-03-01T10:00:00Z
        hook: order-sign
        expect: { silent: [FL-001], fires: [TP-001] }
        """);
    assertThat(accept(dir))
        .containsExactly(
            dir + "/case.yaml: fires was [TP-001], is []",
            dir + "/case.yaml: silent was [FL-001], is [FL-001, TP-001]",
            "wrote " + dir + "/baseline.txt");
    assertThat(AgeCases.read(dir.resolve("case.yaml")))
        .contains("expect: { silent: [FL-001, TP-001] }");
    assertThat(cases.replay().run(dir).differences()).isEmpty();
  }

  @Test
  void a_text_that_is_no_longer_said_is_taken_out_and_told() {
    Path dir =
        cases.born(
            "1940-01-01",
            """
            cards:
              - rule: TP-001
                contains: ["sixty-five", "ninety"]
            """);
    assertThat(accept(dir))
        .first()
        .asString()
        .contains("the card of TP-001 no longer says [\"ninety\"]");
    assertThat(AgeCases.read(dir.resolve("case.yaml"))).contains("contains: [\"sixty-five\"]");
  }

  @Test
  void a_case_that_would_expect_nothing_keeps_its_words() {
    Path dir =
        cases.born(
            "1990-01-01",
            """
            cards:
              - rule: TP-001
            """);
    String before = AgeCases.read(dir.resolve("case.yaml"));
    assertThat(accept(dir)).singleElement().asString().startsWith("nothing written");
    assertThat(AgeCases.read(dir.resolve("case.yaml"))).isEqualTo(before);
  }

  @Test
  void what_a_case_does_not_speak_of_is_kept_too_and_told_when_it_changes() {
    Path dir = cases.born("1940-01-01", "inferred: { RiskClass: [] }");
    assertThat(Acceptance.open(cases.replay().run(dir))).isTrue();
    assertThat(accept(dir)).containsExactly("wrote " + dir + "/baseline.txt");
    assertThat(Acceptance.open(cases.replay().run(dir))).isFalse();
    assertThat(AgeCases.read(dir.resolve("baseline.txt")))
        .isEqualTo("TP-001 info, shown: Patient/p\n");
    AgeCases.write(dir.resolve("baseline.txt"), "TP-001 warning, shown: Patient/p\n");
    assertThat(cases.replay().run(dir).differences())
        .containsExactly(
            "new: TP-001 info, shown: Patient/p", "gone: TP-001 warning, shown: Patient/p");
    accept(dir);
    assertThat(cases.replay().run(dir).differences()).isEmpty();
  }

  @Test
  void the_answer_to_a_record_is_written_beside_it_and_holds_from_then_on() {
    Path record = cases.cases().resolve("record.json");
    AgeCases.write(record, AgeCases.bundle("1940-01-01"));
    assertThat(Acceptance.open(cases.replay().run(record))).isTrue();
    accept(record);
    assertThat(cases.results()).singleElement().matches(Result::passed);
    AgeCases.write(record, AgeCases.bundle("1990-01-01"));
    assertThat(cases.results()).singleElement().matches(result -> !result.passed());
  }
}
