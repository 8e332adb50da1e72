package org.glidepath.rulebook.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the check of a DRL file says, word for word. */
class RuleCheckTest {

  private static final String HEAD =
      "package rules.taper; import org.glidepath.facts.*; global Advise advise;\n";

  static Stream<Arguments> constraints() {
    return Stream.of(
        Arguments.of("RiskClass( dependent )", ""),
        Arguments.of("RiskClass( level == RiskClass.Level.YES, of.drug.name != \"x\" )", ""),
        Arguments.of("DailyDose( mg.high > 0.5 && ( mg.low <= 3 || of.current ) )", ""),
        Arguments.of(
            "DoseStep( mg > 0, startDay < endDay + 14, diazepamMg == null || diazepamMg > 5 )", ""),
        Arguments.of(
            "Diagnosis( means in ( \"a\", \"b\" ), name != \"x\", daysSinceOnset.get() < 5 )", ""),
        Arguments.of(
            "Exposure( !supplyEndsWithin( 3 ), drug.durationClass == Drug.DurationClass.LONG )",
            ""),
        Arguments.of(
            "DraftOrder( means not contains \"a\", drug.isPresent(), reasons contains \"b\" )", ""),
        Arguments.of(
            "RiskClas( dependent )", "5:1: unknown fact \"RiskClas\". Maybe \"RiskClass\"?"),
        Arguments.of("Drug( name == \"alprazolam\" )", "5:1: unknown fact \"Drug\"."),
        Arguments.of(
            "RiskClass( dependant )",
            "5:12: fact RiskClass has no field \"dependant\". Fields: of, level, dependent, sources."
                + " Maybe \"dependent\"?"),
        Arguments.of("DoseStep( mg == 0.25, mg < 9.3B )", ""),
        Arguments.of(
            "DoseStep( mg < 9.3 )",
            "5:16: 9.3 is taken for the binary number next to it: write 9.3B"),
        Arguments.of("DoseStep( $mg : mg, mg < $mg * 0.1B )", ""),
        Arguments.of(
            "DoseStep( $mg : mg, mg < $mg * 0.1 )",
            "5:32: 0.1 is taken for the binary number next to it: write 0.1B"),
        Arguments.of(
            "RiskClass( of.drug.nam == \"x\" )",
            "5:20: Drug has no field \"nam\". Fields: name, zDrug, designer, durationClass,"
                + " avoidSwitchInHepaticImpairment, lacksSmallStepProduct, equivalentTo10MgDiazepam, equivalentSpread."
                + " Maybe \"name\"?"),
        Arguments.of(
            "RiskClass( level == RiskClass.Level.YESS )",
            "5:37: RiskClass.Level has no value \"YESS\". Values: RARE, LOWER_POSSIBLE, YES,"
                + " YES_RISING. Maybe \"YES\"?"),
        Arguments.of(
            "RiskClass( level == Level.YES )",
            "5:21: unknown type \"Level\". Maybe \"RiskClass.Level\"?"),
        Arguments.of(
            "RiskClass( level == \"YES\" )",
            "5:12: level is compared with a text; its values are RiskClass.Level.RARE,"
                + " RiskClass.Level.LOWER_POSSIBLE, RiskClass.Level.YES, RiskClass.Level.YES_RISING."
                + " Maybe RiskClass.Level.YES?"),
        Arguments.of(
            "RiskClass( level == Tier.LOW )",
            "5:12: level is a RiskClass.Level and Tier.LOW a Tier: they are never equal"),
        Arguments.of(
            "PatientAge( years == \"old\" )",
            "5:13: years is a whole number and \"old\" a text: they are never equal"),
        Arguments.of("DailyDose( mg > 10 )", "5:12: mg is a range: compare mg.low or mg.high"),
        Arguments.of(
            "DraftOrder( means == \"opioid\" )",
            "5:13: means holds several values: write means contains \"opioid\""),
        Arguments.of(
            "DraftOrder( means != \"opioid\" )",
            "5:13: means holds several values: write means not contains \"opioid\""),
        Arguments.of(
            "Diagnosis( means contains \"opioid\" )",
            "5:12: means is one value: write means == \"opioid\""),
        Arguments.of(
            "DraftOrder( means contains 5 )",
            "5:13: each of means is a text, so it never contains 5"),
        Arguments.of("Exposure( from == null )", "5:11: from may be missing: write from.isEmpty()"),
        Arguments.of(
            "DraftOrder( drug.name == \"alprazolam\" )",
            "5:18: drug may be missing: ask drug.isPresent(), then drug.get().name"),
        Arguments.of(
            "DoseStep( diazepamMg * 2 > 5 )",
            "5:11: diazepamMg may be missing, so it cannot be reckoned with"),
        Arguments.of(
            "$use : Exposure() DraftOrder( drug == $use )",
            "5:31: drug may be missing: write drug.isPresent(), drug.get() == $use"),
        Arguments.of(
            "$order : DraftOrder() RiskClass( of == $order )",
            "5:34: of is an Exposure and $order a DraftOrder: they are never equal"),
        Arguments.of(
            "$use : Exposure() RiskClass( of == $us )",
            "5:36: unknown variable \"$us\". Variables so far: $use. Maybe \"$use\"?"),
        Arguments.of(
            "Diagnosis( means == \"a\" || == \"b\" )",
            "5:28: the property is missing before \"==\": write it again, as in means == \"a\" ||"
                + " means == \"b\""),
        Arguments.of(
            "RiskClass( level = RiskClass.Level.YES )",
            "5:18: syntax error: \"=\" is not expected here. Maybe \"==\"?"),
        Arguments.of(
            "RiskClass( dependent and of.current )",
            "5:22: syntax error: \"and\" is not expected here. Inside a pattern write && or ||"),
        Arguments.of(
            "Exposure( drug.getClass() != null )",
            "5:16: Drug has no field \"getClass\". Fields: name, zDrug, designer, durationClass,"
                + " avoidSwitchInHepaticImpairment, lacksSmallStepProduct, equivalentTo10MgDiazepam, equivalentSpread."),
        Arguments.of(
            "Diagnosis( name matches \"x.*\" )",
            "5:17: \"matches\" is not expected here; rules use comparisons, contains, in, && and || only"),
        Arguments.of("Exposure( System.exit( 1 ) == null )", "5:11: unknown type \"System\"."),
        Arguments.of(
            "Exposure( java.lang.System.exit( 1 ) == null )",
            "5:11: fact Exposure has no field \"java\". Fields: drug, current, from, to,"
                + " daysSinceLastUse, supplyDaysLeft, asNeeded, unregulated, stopReason, reasons, routes, sources, lastUsed."),
        Arguments.of(
            "Exposure( supplyEndsWithin( 3, 4 ) )",
            "5:11: supplyEndsWithin takes 1 in its brackets, not 2"),
        Arguments.of(
            "Exposure( sources[0] != null )",
            "5:18: \"[\" is not expected here; rules use comparisons, contains, in, && and || only"),
        Arguments.of(
            "eval( true )", "5:1: \"eval\" is not allowed; write a constraint of a pattern"),
        Arguments.of(
            "$x : DoseStep() from $y",
            "5:1: \"from\", \"accumulate\" and windows are not allowed; match a fact instead"),
        Arguments.of(
            "accumulate( DoseStep( $m : mg ); $s : sum( $m ) )",
            "5:1: \"from\", \"accumulate\" and windows are not allowed; match a fact instead"));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("constraints")
  void the_left_side(String when, String message) {
    assertThat(problems(rule(when, "insertLogical( new SwitchObstacle( \"x\", null ) );")))
        .containsExactlyElementsOf(message.isEmpty() ? List.of() : List.of(message));
  }

  static Stream<Arguments> consequences() {
    String expected =
        "; expected advise.critical( $a, $b );, advise.warning( ... );, advise.info( ... ); or"
            + " insertLogical( new X( ... ) );";
    return Stream.of(
        Arguments.of("advise.warning( $risk );", ""),
        Arguments.of("advise.info( $risk, $use );", ""),
        Arguments.of("// why\n    insertLogical( new LongUse( $use ) ); // because", ""),
        Arguments.of(
            "insertLogical( new SwitchObstacle( $use.drug().name(), Source.of( $use, $risk ) ) );",
            ""),
        Arguments.of(
            "insertLogical( new SwitchObstacle( $use.drug().name() + \"!\", $use.sources() ) );",
            ""),
        Arguments.of("", "8:1: nothing stands behind \"then\"" + expected),
        Arguments.of("System.exit( 1 );", "7:1: \"System\" stands behind \"then\"" + expected),
        Arguments.of(
            "advise.waning( $risk );",
            "7:8: advise has no \"waning\"; it is critical, warning or info. Maybe \"warning\"?"),
        Arguments.of(
            "advise.warning();",
            "7:16: name the facts that the advice rests on: advise.warning( $fact );"),
        Arguments.of(
            "advise.warning( $risk, $ris );",
            "7:24: unknown variable \"$ris\". Variables: $drug, $risk, $use. Maybe \"$risk\"?"),
        Arguments.of("advise.warning( $drug );", "7:17: $drug is a Drug, and that is no fact"),
        Arguments.of(
            "advise.warning( \"x\" );",
            "7:17: \"x\" is no variable; name facts by their variables, as in $risk"),
        Arguments.of(
            "advise.warning( $risk ); advise.info( $risk );",
            "7:26: a rule says one thing only; this second statement needs its own rule"),
        Arguments.of("advise.warning( $risk )", "7:24: \";\" is missing here"),
        Arguments.of(
            "insertLogical( $risk );",
            "7:16: insertLogical takes a new fact: insertLogical( new X( ... ) );"),
        Arguments.of(
            "insertLogical( new Longuse( $use ) );",
            "7:20: unknown type \"Longuse\". Maybe \"LongUse\"?"),
        Arguments.of("insertLogical( new BigDecimal( \"1\" ) );", "7:16: BigDecimal is no fact"),
        Arguments.of(
            "insertLogical( new LongUse( $use, $risk ) );",
            "7:20: LongUse is made of 1 values, not 2: of"),
        Arguments.of(
            "insertLogical( new LongUse( $risk ) );",
            "7:29: \"of\" of LongUse is an Exposure, but $risk is a RiskClass"),
        Arguments.of(
            "insertLogical( new LongUse( $risk.of ) );",
            "7:35: behind \"then\" write of() instead of of"),
        Arguments.of(
            "insertLogical( new LongUse( java.lang.System.exit( 1 ) ) );",
            "7:29: unknown name \"java\"; variables begin with $, types with a capital letter"),
        Arguments.of(
            "insertLogical( new LongUse( Runtime.getRuntime() ) );",
            "7:29: unknown type \"Runtime\"."),
        Arguments.of(
            "insertLogical( new LongUse( $use.drug().getClass() ) );",
            "7:41: Drug has no field \"getClass\". Fields: name, zDrug, designer, durationClass,"
                + " avoidSwitchInHepaticImpairment, lacksSmallStepProduct, equivalentTo10MgDiazepam, equivalentSpread."));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("consequences")
  void the_right_side(String then, String message) {
    assertThat(problems(rule("$risk : RiskClass( $use : of, $drug : of.drug )", then)))
        .containsExactlyElementsOf(message.isEmpty() ? List.of() : List.of(message));
  }

  static Stream<Arguments> files() {
    String body =
        "@evidence( \"A\" )\nwhen\nExposure()\nthen\ninsertLogical( new SwitchObstacle( \"x\", null ) );\nend\n";
    String imports = "import org.glidepath.facts.*;\n";
    String rule = "rule \"Convention x\" " + body;
    return Stream.of(
        Arguments.of(
            "package rules.tapr;\n" + imports + rule,
            "1:1: the package is \"rules.tapr\", expected \"rules.taper\": it is named after the folder"),
        Arguments.of(
            imports + rule,
            "1:1: the package is \"\", expected \"rules.taper\": it is named after the folder"),
        Arguments.of(
            "package rules.taper;\nimport java.util.*;\n" + imports + rule,
            "2:1: import of \"java.util.*\" is not allowed; rules see org.glidepath.facts.* and"
                + " java.math.BigDecimal"),
        Arguments.of(
            "package rules.taper;\n" + imports + "import java.math.BigDecimal;\n" + rule, ""),
        Arguments.of(
            "package rules.taper;\n" + imports + "global java.util.List list;\n" + rule,
            "3:1: global \"java.util.List list\" is not allowed; the only one is: global Advise advise;"),
        Arguments.of(
            "package rules.taper;\n" + imports + "function int f() { return 1; }\n" + rule,
            "3:1: \"function\" is not allowed; rules match facts and speak, nothing else"),
        Arguments.of(
            "package rules.taper;\n" + imports + "declare Thing x : int end\n" + rule,
            "3:9: \"declare\" is not allowed; rules match facts and speak, nothing else"),
        Arguments.of(
            "package rules.taper;\n" + imports + rule.replace("when", "salience 5 when"),
            "4:1: \"salience\" is not allowed: the order of rules follows from their facts"),
        Arguments.of(
            "package rules.taper;\n" + imports + "rule \"A rule\" " + body,
            "3:1: rule \"A rule\": a name is an id (two capital letters, a hyphen, three digits) and a"
                + " title, as in \"TP-001 Starting pace\", or \"Convention\" and a title"),
        Arguments.of(
            "package rules.taper;\n" + imports + "rule \"Convention x\" extends \"y\" " + body,
            "3:1: \"extends\" is not allowed; write the patterns out"),
        Arguments.of(
            "package rules.taper;\n" + imports + rule + rule,
            "9:1: rule \"Convention x\" exists already at rules/taper/taper.drl:3; give it another title"),
        Arguments.of(
            "package rules.taper;\n" + imports + "query \"Convention x\" Exposure() end\n",
            "3:1: \"query\" is not allowed; rules match facts and speak, nothing else"),
        Arguments.of(
            "package rules.taper;\n" + imports + rule.replace("@evidence( \"A\" )", ""),
            "3:1: rule \"Convention x\" cites no source; add @evidence( \"KEY\" ) with a key of"
                + " evidence.yaml"),
        Arguments.of(
            "package rules.taper;\n"
                + imports
                + rule.replace("@evidence( \"A\" )", "@evidence( \"A\" ) @author( \"me\" )"),
            "3:39: unknown annotation \"@author\"; known are @evidence, @suppresses and @reserve."),
        Arguments.of(
            "package rules.taper;\n"
                + imports
                + rule.replace("@evidence( \"A\" )", "@evidence( \"A\" ) @reserve"),
            "3:1: a rule in reserve needs an id of its own to be enabled by, as in \"WR-006 Early dependence\""),
        Arguments.of(
            "package rules.taper;\n"
                + imports
                + rule.replace("Convention", "WR-013")
                    .replace("@evidence( \"A\" )", "@evidence( \"A\" ) @reserve( \"B\" )"),
            "3:42: @reserve stands alone; services.yaml enables the rule"),
        Arguments.of(
            "package rules.taper;\n"
                + imports
                + rule.replace("Convention x", "WR-013 x")
                + rule.replace("Convention x", "WR-013 y")
                    .replace("@evidence( \"A\" )", "@evidence( \"A\" ) @reserve"),
            "9:1: WR-013 is in reserve here and not in reserve at rules/taper/taper.drl:3; write"
                + " @reserve on all of its rules or on none"),
        Arguments.of(
            "package rules.taper;\n" + imports + rule.replace("\"A\"", "\"A\", B"),
            "3:37: write each value in double quotes: @evidence( \"A\", \"B\" )"),
        Arguments.of(
            "package rules.taper;\nglobal Advise advise;\n"
                + imports
                + "rule \"Convention x\" @evidence( \"A\" ) when $x : Exposure() then advise.info( $x ); end",
            "4:1: a rule that gives advice needs an id of its own, as in \"TP-001 Starting pace\""));
  }

  @ParameterizedTest(name = "[{index}] {1}")
  @MethodSource("files")
  void the_file(String text, String message) {
    assertThat(problems(text))
        .containsExactlyElementsOf(message.isEmpty() ? List.of() : List.of(message));
  }

  @Test
  void one_syntax_error_hides_no_other_rule() {
    assertThat(
            problems(
                rule("RiskClass( dependent =", "insertLogical( new LongUse( $x ) );")
                    + rule(
                            "RiskClass( dependant )",
                            "insertLogical( new SwitchObstacle( \"x\", null ) );")
                        .substring(HEAD.length())
                        .replace("One", "Two")))
        .containsExactly(
            "5:22: syntax error: \"=\" is not expected here. Maybe \"==\"?",
            "12:12: fact RiskClass has no field \"dependant\". Fields: of, level, dependent, sources."
                + " Maybe \"dependent\"?");
  }

  @Test
  void an_end_that_is_missing_is_found() {
    assertThat(
            problems(
                rule("RiskClass()", "insertLogical( new SwitchObstacle( \"x\", null ) );")
                    .replace("\nend\n", "\n")))
        .containsExactly("2:1: syntax error: rule \"TP-001 One\" does not end with \"end\"");
  }

  @Test
  void words_of_other_files_are_collected_with_their_places() {
    SourceFile file =
        file(
            rule(
                """
                DraftOrder( means contains "opioid" || reasons contains "pain" )
                Exposure( drug.name in ( "alprazolam", "diazepam" ) )
                Measurement( finding contains "true", means == "x" )""",
                "insertLogical( new SwitchObstacle( \"x\", null ) );"));

    List<DrlRule> rules = DrlFiles.read(List.of(file), new Problems());

    assertThat(rules.get(0).mentions())
        .extracting(
            mention ->
                mention.kind()
                    + " "
                    + mention.word()
                    + " "
                    + mention.place().line()
                    + ":"
                    + mention.place().column())
        .containsExactly(
            "EVIDENCE A 3:12",
            "VALUE_SET opioid 5:28",
            "VALUE_SET pain 5:57",
            "DRUG alprazolam 6:26",
            "DRUG diazepam 6:40",
            "VALUE_SET x 7:48");
  }

  private static String rule(String when, String then) {
    return HEAD
        + "rule \"TP-001 One\"\n@evidence( \"A\" )\nwhen\n%s\nthen\n%s\nend\n"
            .formatted(when, then);
  }

  private static List<String> problems(String text) {
    Problems problems = new Problems();
    DrlFiles.read(List.of(file(text)), problems);
    return problems.sorted().stream()
        .map(problem -> problem.line() + ":" + problem.column() + ": " + problem.message())
        .toList();
  }

  private static SourceFile file(String text) {
    return new SourceFile("taper/taper.drl", "rules/taper/taper.drl", text);
  }
}
