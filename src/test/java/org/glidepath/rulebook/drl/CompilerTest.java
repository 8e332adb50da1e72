package org.glidepath.rulebook.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.parser.DrlParser;
import org.glidepath.rulebook.Problem;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.internal.builder.conf.LanguageLevelOption;

class CompilerTest {

  private static final String HEAD =
      "package rules.taper;\nimport org.glidepath.facts.*;\nglobal Advise advise;\n";

  private static final String GOOD =
      """
      rule "Convention good"
      @evidence( "A" )
      when
          $use : Exposure( current )
      then
          insertLogical( new LongUse( $use ) );
      end
      """;

  /** Passes our own checks, because nothing looks into the arguments of a static call. */
  private static final String BAD =
      """
      rule "Convention bad"
      @evidence( "A" )
      when
          $use : Exposure( current )
      then
          insertLogical( new SwitchObstacle( "x", Source.of( $use.drug() ) ) );
      end
      """;

  @Test
  void what_only_the_compiler_finds_is_told_with_its_rule() {
    List<Problem> problems = problems(HEAD + GOOD + BAD);

    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).toString())
        .startsWith("rules/taper/taper.drl:11:1: error: rule \"Convention bad\" does not compile: ")
        .contains("Source");
  }

  @Test
  void a_rule_that_is_wrong_already_does_not_hide_what_the_compiler_finds_in_another() {
    assertThat(problems(HEAD + GOOD.replace("current", "curent") + BAD).stream().map(Problem::line))
        .containsExactly(7, 11);
  }

  @Test
  void a_rule_book_of_wrong_rules_only_is_not_compiled() {
    assertThat(problems(HEAD + GOOD.replace("current", "curent"))).hasSize(1);
  }

  static Stream<Path> drlFiles() throws IOException {
    List<Path> roots =
        Stream.of(Path.of("rules"), Path.of("src/test/resources/rulebook"))
            .filter(Files::isDirectory)
            .toList();
    Stream.Builder<Path> files = Stream.builder();
    for (Path root : roots) {
      try (Stream<Path> walk = Files.walk(root)) {
        walk.filter(path -> path.toString().endsWith(".drl")).forEach(files::add);
      }
    }
    return files.build();
  }

  /** The rules are DRL10; the older parser is used for its speed only. */
  @ParameterizedTest
  @MethodSource("drlFiles")
  void the_parser_for_drl10_reads_the_same(Path file) throws Exception {
    String text = Files.readString(file);
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL10);

    PackageDescr expected = parser.parse(false, text);

    assertThat(parser.hasErrors()).isFalse();
    PackageDescr actual = new DrlParser(LanguageLevelOption.DRL6).parse(false, text);
    assertThat(actual.getRules()).hasSameSizeAs(expected.getRules());
    for (int i = 0; i < actual.getRules().size(); i++) {
      assertThat(actual.getRules().get(i).getName())
          .isEqualTo(expected.getRules().get(i).getName());
      assertThat(parts(actual.getRules().get(i).getLhs()))
          .isEqualTo(parts(expected.getRules().get(i).getLhs()));
    }
  }

  /** What a left side is made of, in words. */
  private static List<String> parts(BaseDescr descr) {
    List<String> parts = new ArrayList<>(List.of(descr.getClass().getSimpleName()));
    if (descr instanceof ExprConstraintDescr constraint) {
      parts.add(constraint.getExpression());
    }
    if (descr instanceof PatternDescr pattern) {
      parts.add(pattern.getIdentifier() + " : " + pattern.getObjectType());
      pattern.getConstraint().getDescrs().forEach(part -> parts.addAll(parts((BaseDescr) part)));
    } else if (descr instanceof ConditionalElementDescr element) {
      element.getDescrs().forEach(part -> parts.addAll(parts((BaseDescr) part)));
    }
    return parts;
  }

  private static List<Problem> problems(String text) {
    Problems problems = new Problems();
    SourceFile file = new SourceFile("taper/taper.drl", "rules/taper/taper.drl", text);
    Compiler.compile(DrlFiles.read(List.of(file), problems), Map.of(), problems);
    return problems.sorted();
  }
}
