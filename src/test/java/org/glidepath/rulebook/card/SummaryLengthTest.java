package org.glidepath.rulebook.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.glidepath.rulebook.Problem;
import org.glidepath.rulebook.SampleBook;
import org.glidepath.rulebook.drl.DrlFiles;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a summary can get once it is filled in; a drug counts 16 characters. */
class SummaryLengthTest {

  private static final Pattern FILLED = Pattern.compile("<(\\d+)>");
  private static final String TAPER = "rules/taper/TP-001.en.yaml";

  @TempDir private Path folder;
  private SampleBook book;

  @BeforeEach
  void sample() {
    book = SampleBook.in(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "{{exposure.drug}} <130>, 147",
    "{{#tierAboveLow}}<100>{{/tierAboveLow}}{{^tierAboveLow}}<139>{{/tierAboveLow}}, 0",
    "{{#tierAboveLow}}<100>{{/tierAboveLow}}{{^tierAboveLow}}<140>{{/tierAboveLow}}, 140",
    "{{^tierAboveLow}}<100>{{/tierAboveLow}}{{#tierAboveLow}}<140>{{/tierAboveLow}}, 140",
    "{{#tierAboveLow}}<100>{{/tierAboveLow}}{{#patientAge}}<100>{{/patientAge}}, 200",
    "{{#patientAge}}<80>{{/patientAge}}{{^patientAge}}<70>{{#tierAboveLow}}<80>{{/tierAboveLow}}{{/patientAge}}, 150",
    "{{#patientAge}}<80>{{#tierAboveLow}}<50>{{/tierAboveLow}}{{/patientAge}}{{^tierAboveLow}}<80>{{/tierAboveLow}}, 160",
    "{{#exposure}}<80>{{/exposure}}{{^exposure}}<139>{{/exposure}}, 0",
    "{{#exposure}}{{#current}}<80>{{/current}}{{^current}}<80>{{/current}}{{/exposure}}, 0",
    "{{#tierAboveLow}}{{#of}}<80>{{/of}}{{/tierAboveLow}}{{#doseTier}}{{^of}}<80>{{/of}}{{/doseTier}}, 160"
  })
  void what_can_stand_together_counts(String summary, int expected) {
    List<String> lengths =
        warnings(summary).stream()
            .filter(message -> message.startsWith("filled in"))
            .map(message -> message.replaceAll(".*can have (\\d+) characters.*", "$1"))
            .toList();

    assertThat(lengths).isEqualTo(expected == 0 ? List.of() : List.of(Integer.toString(expected)));
  }

  @Test
  void facts_of_another_rule_of_the_card_do_not_count() {
    book.replacing(
        "rules/taper/taper.drl",
        "rule \"Convention Low dose\"",
        "rule \"TP-001 Ordered\" @evidence( \"Book\" ) when $order : DraftOrder() then"
            + " advise.info( $order ); end\nrule \"Convention Low dose\"");

    assertThat(warnings("{{#draftOrder}}<100>{{/draftOrder}}{{#exposure}}<100>{{/exposure}}"))
        .noneMatch(message -> message.startsWith("filled in"));
  }

  /** The warnings where the card has this summary; {@code <n>} stands for n characters. */
  private List<String> warnings(String summary) {
    String text = FILLED.matcher(summary).replaceAll(SummaryLengthTest::letters);
    book.with(TAPER, "title: A taper\nsummary: \"" + text + "\"\n");
    Problems problems = new Problems();
    SourceFiles files = SourceFiles.read(book.rules(), book.profiles(), problems);
    CardCheck.check(
        Cards.read(files, Map.of(), problems),
        DrlFiles.read(files.rules(name -> name.endsWith(".drl")), problems),
        problems);
    return problems.sorted().stream().map(Problem::message).toList();
  }

  private static String letters(MatchResult number) {
    return "x".repeat(Integer.parseInt(number.group(1)));
  }
}
