package org.glidepath.rulebook.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glidepath.rulebook.Problem;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that compile, and that nobody can have meant. */
class WarningsTest {

  private static final int BEFORE_PATTERN = "  $x : Fact() ".length();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PatientAge( years > 65, years < 18 ) | 4:25: years > 65 and years < 18",
        "PatientAge( years > 65 && years < 18 ) | 4:27: years > 65 and years < 18",
        "PatientAge( years >= 65, years < 65 ) | 4:26: years >= 65 and years < 65",
        "PatientAge( years == 65, years == 66 ) | 4:26: years == 65 and years == 66",
        "DailyDose( mg.high > 40.5, mg.low > 1, mg.high <= 40.5B ) | 4:40: mg.high > 40.5 and mg.high <= 40.5B",
        "Exposure( current, !current ) | 4:20: current == true and current == false",
        "Diagnosis( means == \"a\", active, means == \"b\" ) | 4:34: means == a and means == b",
        "Diagnosis( means == \"a\", means != \"a\" ) | 4:26: means == a and means != a"
      })
  void conditions_that_exclude_each_other(String pattern, String expected) {
    assertThat(warnings(rule("TP-001", "$x : Fact() " + pattern, "info")))
        .extracting(warning -> warning.replaceAll(" exclude each other: the rule never fires", ""))
        .containsExactly(shifted(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PatientAge( years > 18, years < 65 )",
        "PatientAge( years >= 65, years <= 65 )",
        "PatientAge( years < 18 || years > 65 )",
        "DailyDose( mg.low > 5, mg.high < 3 )",
        "PatientAge( years > 65 ) PatientAge( years < 18 )",
        "Diagnosis( means == \"a\" || means == \"b\" )",
        "Diagnosis( means != \"a\", means != \"b\" )"
      })
  void conditions_that_go_together(String pattern) {
    assertThat(warnings(rule("TP-001", "$x : Fact() " + pattern, "info"))).isEmpty();
  }

  @Test
  void alternatives_that_leave_nothing_out() {
    assertThat(warnings(rule("TP-001", "$x : PatientAge( years > 18 || years < 65 )", "info")))
        .containsExactly("4:20: one of these holds for every value of years: leave them out");
  }

  @Test
  void a_rule_without_a_condition() {
    assertThat(warnings(rule("TP-001", "", "info")))
        .contains("1:1: nothing stands behind \"when\": the rule fires at every call");
  }

  @Test
  void two_rules_with_the_same_conditions_that_say_different_things() {
    assertThat(
            warnings(
                rule("TP-001", "$use : Exposure( current )", "critical")
                    + rule("TP-002", "$x : Exposure( current ) // again", "info")))
        .containsExactly(
            "9:1: the conditions are those of rule \"TP-001 One\" (taper.drl:1); that one says"
                + " \"critical\", this one \"info\": keep one");
  }

  @Test
  void two_rules_that_take_each_others_place() {
    String first =
        rule("TP-001", "$x : Exposure( current )", "info")
            .replace("when", "@suppresses( \"TP-002\" ) when");
    String second =
        rule("TP-002", "$x : Exposure()", "info").replace("when", "@suppresses( \"taper\" ) when");

    assertThat(warnings(first + second))
        .containsExactly(
            "9:1: this rule and rule \"TP-001 One\" (taper.drl:1) suppress each other: where both"
                + " fire, neither is shown");
  }

  /** The column counts from the pattern on. */
  private static String shifted(String expected) {
    String[] parts = expected.split(":", 3);
    return "%s:%d:%s".formatted(parts[0], Integer.parseInt(parts[1]) + BEFORE_PATTERN, parts[2]);
  }

  private static String rule(String id, String when, String indicator) {
    String variable = when.startsWith("$use") ? "$use" : "$x";
    return """
        rule "%s One"
        @evidence( "A" )
        when
          %s
        then
          advise.%s( %s );
        end

        """
        .formatted(id, when, indicator, variable);
  }

  private static List<String> warnings(String rules) {
    Problems problems = new Problems();
    DrlFiles.read(List.of(new SourceFile("taper/taper.drl", "taper.drl", rules)), problems);
    return problems.sorted().stream()
        .filter(problem -> !problem.isError())
        .map(WarningsTest::written)
        .toList();
  }

  private static String written(Problem problem) {
    return "%d:%d: %s".formatted(problem.line(), problem.column(), problem.message());
  }
}
