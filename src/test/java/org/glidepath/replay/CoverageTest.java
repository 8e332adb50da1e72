package org.glidepath.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {

  @TempDir Path folder;
  private AgeCases cases;

  @BeforeEach
  void book() {
    cases = new AgeCases(folder);
  }

  private List<String> gapsOfAge() {
    Replay replay = cases.replay();
    Coverage coverage =
        new Coverage(
            cases.book().load(),
            replay.explainer().conditions(),
            rule -> rule.id().equals("TP-001"));
    replay.run(cases.all(), 1, coverage::add);
    return coverage.gaps().stream().map(gap -> gap.lack() + ": " + gap.what()).toList();
  }

  @Test
  void a_condition_needs_a_case_on_each_side() {
    cases.born("1940-01-01", "fires: [TP-001]");
    assertThat(gapsOfAge())
        .containsExactly(
            "never false: there is a patient age",
            "never false: patient age: years is at least 65");
    cases.born("1990-01-01", "silent: [TP-001]");
    assertThat(gapsOfAge()).containsExactly("never false: there is a patient age");
  }

  @Test
  void of_what_is_never_true_the_first_condition_is_named() {
    cases.born("1990-01-01", "silent: [TP-001]");
    assertThat(gapsOfAge())
        .containsExactly(
            "never false: there is a patient age", "never true: patient age: years is at least 65");
  }

  @Test
  void what_stands_inside_of_a_not_needs_a_case_on_each_side_too() {
    cases
        .book()
        .replacing(
            "rules/taper/taper.drl",
            "$age : PatientAge( years >= 65 )",
            "$age : PatientAge() not PatientAge( years >= 65, years < 90 )");
    cases.born("1950-01-01", "silent: [TP-001]");
    cases.born("1990-01-01", "fires: [TP-001]");
    assertThat(gapsOfAge())
        .containsExactly(
            "never false: there is a patient age", "never false: patient age: years is below 90");
    cases.born("1930-01-01", "fires: [TP-001]");
    assertThat(gapsOfAge()).containsExactly("never false: there is a patient age");
  }
}
