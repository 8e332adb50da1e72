package org.glidepath.rulebook.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The usual slips of somebody who writes a rule: each is one message, at its place. */
class SlipsTest {

  private static final String RULE =
      """
      package rules.taper;

      rule "ZZ-001 One"
          @evidence( "A" )
      when
          $use : Exposure( current, drug.name in ( "a", "b" ) )
          $test : Measurement( means == "albumin", below( 3 ), within( 90 ) )
          not NotChecked( key == "conditions" )
      then
          advise.info( $use, $test );
      end
      """;

  static Stream<Arguments> slips() {
    String unclosed = "syntax error: the bracket that opens here is not closed: \")\" is missing";
    String quote =
        "a quote is missing on this line: a text begins and ends with one on the same line";
    return Stream.of(
        slip("info( $use", "info( $use", ""),
        slip("when\n", "", "3:1: syntax error: rule \"ZZ-001 One\" has no \"when\""),
        slip(
            "package rules.taper;",
            "package rules.ta-per;",
            "1:1: the package is \"rules.ta-per\", expected \"rules.taper\": a hyphen of the folder is"
                + " written _"),
        slip("then\n", "", "3:1: syntax error: rule \"ZZ-001 One\" has no \"then\""),
        slip("end\n", "", "3:1: syntax error: rule \"ZZ-001 One\" does not end with \"end\""),
        slip("end\n", "End\n", "11:1: syntax error: write \"end\" in small letters"),
        slip("when\n", "When\n", "5:1: syntax error: write \"when\" in small letters"),
        slip("rule \"", "Rule \"", "3:1: syntax error: write \"rule\" in small letters"),
        slip("then\n", "# why\nthen\n", "9:1: syntax error: a comment begins with //"),
        slip(
            "when\n",
            "when\n@reserve\n",
            "6:1: syntax error: @evidence and the like stand before \"when\""),
        slip(
            "\"albumin\", below",
            "\"albumin\" below",
            "7:45: syntax error: \"below\" is not expected here. Maybe a comma is missing before it?"),
        slip(
            "within( 90 )",
            "within( 90 days )",
            "7:69: syntax error: \"days\" is not expected here. A number stands without its unit, or"
                + " a comma is missing before it"),
        slip("90 ) )", "90 )", "7:24: " + unclosed),
        slip("\"b\" ) )", "\"b\" )", "6:20: " + unclosed),
        slip(
            "90 ) )",
            "90 ) ) )",
            "7:73: syntax error: this bracket closes nothing: there is one too many"),
        slip(
            "Measurement( means",
            "Measurement means",
            "7:24: syntax error: \"(\" is missing behind \"Measurement\""),
        slip("\"albumin\"", "\"albumin", "7:35: " + quote),
        slip("\"albumin\"", "albumin\"", "7:42: " + quote),
        slip("One\"", "One", "3:6: " + quote),
        slip(
            "\"albumin\"",
            "\u201Calbumin\u201D",
            "7:35: write a straight quote (\") instead of \u201C"),
        slip(
            "means == \"albumin\"",
            "means == albumin",
            "7:35: a text stands in double quotes: write \"albumin\""),
        slip(
            ": Measurement",
            ": Mesurement",
            "7:13: unknown fact \"Mesurement\". Maybe \"Measurement\"?"),
        slip("means ==", "means =", sign("7:32", "=", "==")),
        slip("means ==", "means is", sign("7:32", "is", "==")),
        slip("means ==", "means =>", sign("7:32", "=>", ">=")),
        slip("means ==", "means =<", sign("7:32", "=<", "<=")),
        slip("means ==", "means <>", sign("7:32", "<>", "!=")),
        slip(
            "\"albumin\", below",
            "\"albumin\" AND below",
            "7:45: syntax error: \"AND\" is not expected here. Inside a pattern write && or ||"),
        slip(
            "within( 90 )",
            "withinDays( 90 )",
            "7:58: Measurement has no method \"withinDays\" with 1 value in its brackets. Methods:"
                + " above( ... ), atLeast( ... ), below( ... ), newerThan( ... ), within( ... ),"
                + " withinMinutes( ... ). Maybe \"within\"?"),
        slip("within( 90 )", "within", "7:58: within asks for a value in brackets: within( ... )"),
        slip("within( 90 )", "within( 9.5 )", "7:66: within takes a whole number, not 9.5"),
        slip(
            "within( 90 )",
            "within( \"90\" )",
            "7:66: within takes a whole number, but \"90\" is a text"),
        slip("below( 3 )", "below( 3.5 )", ""),
        slip(
            "below( 3 )",
            "below( 3.5B )",
            "7:53: in the brackets of below write 3.5 without the B"),
        slip(
            "within( 90 )",
            "value < 9,3",
            "7:68: 3 stands alone here. A decimal has a point, as in 9.3"),
        slip(
            "within( 90 )",
            "unitCode",
            "7:58: unitCode is a text, which is no condition: compare it"),
        slip(
            "within( 90 )",
            "daysAgo < 90",
            "7:58: daysAgo may be missing: write daysAgo.isPresent(), daysAgo.get() < 90"),
        slip(
            "within( 90 )",
            "value > \"9.3\"",
            "7:58: value is a number and \"9.3\" a text: they are never equal. Write a number without"
                + " quotes"),
        slip(
            "within( 90 )",
            "severity.get() == MILD",
            "7:76: unknown type \"MILD\". Maybe \"Severity.MILD\"?"),
        slip(
            "$use, $test );",
            "$use, test );",
            "10:24: \"test\" is no variable; name facts by their variables, as in $risk. Maybe $test?"),
        slip("$test );", "$test ;", "10:29: \")\" is missing before \";\""),
        slip("$test );", "$test )", "10:31: \";\" is missing here"),
        slip(
            "info( $use, $test );",
            "info( $use );\n    update( $use );",
            "11:5: \"update\" is not allowed; " + Consequence.EXPECTED),
        slip(
            "advise.info( $use, $test );",
            "insertLogical( LongUse( $use ) );",
            "10:20: insertLogical takes a new fact: insertLogical( new LongUse( ... ) );"),
        slip("not NotChecked", "not $test : NotChecked", ""),
        slip(
            "$test : M",
            "not $test : M",
            "10:24: $test is named inside of \"not\", \"exists\" or \"forall\" and is not known outside"),
        slip(
            "@evidence( \"A\" )",
            "@evidance( \"A\" )",
            "4:6: unknown annotation \"@evidance\"; known are @evidence, @suppresses and @reserve."
                + " Maybe \"evidence\"?"),
        slip(
            "@evidence( \"A\" )",
            "@evidence( A )",
            "4:16: write each value in double quotes: @evidence( \"A\", \"B\" )"));
  }

  @ParameterizedTest(name = "[{index}] {1} instead of {0}")
  @MethodSource("slips")
  void each_slip_is_told_once_and_at_its_place(String right, String wrong, String message) {
    assertThat(RULE).contains(right);
    assertThat(problems("taper/a.drl", RULE.replace(right, wrong)))
        .containsExactlyElementsOf(message.isEmpty() ? List.of() : List.of(message));
  }

  private static Arguments slip(String right, String wrong, String message) {
    return Arguments.of(right, wrong, message);
  }

  private static String sign(String place, String written, String meant) {
    return "%s: syntax error: \"%s\" is not expected here. Maybe \"%s\"?"
        .formatted(place, written, meant);
  }

  private static List<String> problems(String file, String text) {
    Problems problems = new Problems();
    DrlFiles.read(List.of(new SourceFile(file, "rules/" + file, text)), problems);
    return problems.sorted().stream()
        .map(problem -> problem.line() + ":" + problem.column() + ": " + problem.message())
        .toList();
  }
}
