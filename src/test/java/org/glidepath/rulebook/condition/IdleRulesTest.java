package org.glidepath.rulebook.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glidepath.rulebook.Problem;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that wait for what nothing makes, and rules that wait for nothing. */
class IdleRulesTest {

  /** What the other rules of the book conclude. */
  private static final String CONCLUDING =
      rule("Exposure( $use : of )", "insertLogical( new LongUse( $use ) )")
          + rule("Exposure( $use : of )", "insertLogical( new Modifier( $use, \"frailty\", $s ) )")
          + rule("Exposure( $use : of )", "insertLogical( new Modifier( $use, \"pain\", $s ) )")
          + rule(
              "Exposure( $use : of )",
              "insertLogical( new RiskClass( $use, RiskClass.Level.RARE ) )")
          + rule(
              "Exposure( $use : of )",
              "insertLogical( new SubstanceUse( $use.name(), true, $use.sources() ) )")
          + rule("TaperPlan()", "insertLogical( new RegularUse( $use ) )");

  private static String rule(String when, String then) {
    return "rule \"Convention %d\"\nwhen\n%s\nthen %s;\nend\n"
        .formatted(when.hashCode() * 31 + then.hashCode(), when, then);
  }

  private static List<String> warnings(String when) {
    return warnings(when, CONCLUDING);
  }

  private static List<String> warnings(String when, String others) {
    String rule = "rule \"TP-001 One\"\nwhen\n%s\nthen advise.info( $x );\nend\n".formatted(when);
    Problems problems = new Problems();
    IdleRules.check(
        List.of(
            new SourceFile("taper/one.drl", "one.drl", rule),
            new SourceFile("taper/others.drl", "others.drl", others)),
        List.of("order-sign", "patient-view"),
        List.of("conditions", "procedures"),
        problems);
    return problems.sorted().stream()
        .filter(problem -> problem.file().equals("one.drl"))
        .map(IdleRulesTest::written)
        .toList();
  }

  private static String written(Problem problem) {
    return "%d:%d: %s".formatted(problem.line(), problem.column(), problem.message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SlowPace() | 3:1: no rule that can fire concludes SlowPace: the rule never fires; it takes a rule with insertLogical( new SlowPace( ... ) )",
        "exists SlowPace( of == $x ) | 3:8: no rule that can fire concludes SlowPace: the rule never fires; it takes a rule with insertLogical( new SlowPace( ... ) )",
        "RegularUse() | 3:1: no rule that can fire concludes RegularUse: the rule never fires; it takes a rule with insertLogical( new RegularUse( ... ) )",
        "Exposure() not SlowPace() | 3:16: no rule that can fire concludes SlowPace: the \"not\" always holds, leave it out; it takes a rule with insertLogical( new SlowPace( ... ) )",
        "( LongUse() or SlowPace() ) | 3:16: no rule that can fire concludes SlowPace: this alternative never holds; it takes a rule with insertLogical( new SlowPace( ... ) )",
        "Modifier( reason == \"frailti\" ) | 3:11: no rule concludes Modifier with reason == \"frailti\": the rule never fires. Values: \"frailty\", \"pain\". Maybe \"frailty\"?",
        "Modifier( reason in ( \"a\", \"b\" ) ) | 3:11: no rule concludes Modifier with reason in ( \"a\", \"b\" ): the rule never fires",
        "RiskClass( level == RiskClass.Level.YES ) | 3:12: no rule concludes RiskClass with level == RiskClass.Level.YES: the rule never fires. Values: \"RARE\".",
        "Modifier( reason != \"pain\", reason != \"frailty\" ) | 3:1: no rule concludes Modifier with all of this: the rule never fires",
        "Occasion( hook == \"order-sing\" ) | 3:11: there is never Occasion with hook == \"order-sing\": the rule never fires. Values: \"order-sign\", \"patient-view\". Maybe \"order-sign\"?",
        "Exposure() not NotChecked( key == \"condition\" ) | 3:28: there is never NotChecked with key == \"condition\": the \"not\" always holds, leave it out. Values: \"conditions\", \"procedures\". Maybe \"conditions\"?"
      })
  void what_nothing_makes(String when, String expected) {
    assertThat(warnings(when)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LongUse()",
        "Exposure() not LongUse()",
        "Modifier( reason == \"pain\" || reason == \"frailti\" )",
        "Modifier( reason == $reason )",
        "RiskClass( dependent )",
        "SubstanceUse( name == \"anything\" )",
        "Occasion( hook == \"order-sign\" )",
        "Diagnosis( means == \"anything\" )",
        "NotChecked( reason == \"anything\" )"
      })
  void what_something_may_make(String when) {
    assertThat(warnings(when)).isEmpty();
  }

  @Test
  void a_rule_in_a_language_that_is_not_read_concludes_all_the_same() {
    assertThat(
            warnings(
                "SlowPace()",
                rule("forall( Exposure() )", "insertLogical( new SlowPace( $use, \"age\" ) )")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Occasion() | 3:1",
        "$x : Occasion( $hook : hook ) | 3:1",
        "exists Occasion() not SlowPace() | 3:8",
        "( Exposure() or Occasion() ) | 3:3"
      })
  void what_holds_at_every_call(String when, String place) {
    assertThat(warnings(when))
        .contains(
            place
                + ": this holds at every call, so the rule always fires: name what it depends on");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Exposure( current ) / not Exposure() | 4:5",
        "LongUse( $use : of ) / not LongUse( of == $use ) | 4:5",
        "exists ( Diagnosis( active, means == \"a\" ) ) / not Diagnosis( means == \"a\" ) | 4:5"
      })
  void what_is_asked_for_and_must_not_be(String when, String place) {
    assertThat(warnings(when.replace(" / ", "\n")))
        .containsExactly(
            place
                + ": line 3 asks for such a fact, and this that there be none: the rule never"
                + " fires");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$one : Exposure( current ) not Exposure( this != $one, current )",
        "Exposure() not Exposure( current )",
        "Diagnosis( means == \"a\" ) not Diagnosis( means == \"b\" )",
        "( Exposure() or LongUse() ) not LongUse()"
      })
  void what_is_asked_for_may_differ_from_what_must_not_be(String when) {
    assertThat(warnings(when)).isEmpty();
  }
}
