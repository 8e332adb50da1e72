package org.glidepath.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A mistake in one file is told once: what follows from it in other files is not told beside it.
 */
class OneMistakeTest {

  private static final String RULES = "rules/taper/taper.drl";
  private static final String CARD = "rules/taper/TP-001.en.yaml";

  @TempDir private Path folder;
  private SampleBook book;

  @BeforeEach
  void sample() {
    book = SampleBook.in(folder);
  }

  @ParameterizedTest(name = "{0}: {1} becomes {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "rules/taper/taper.drl | of == $use ) | of = $use ) | :12:26: error: syntax error: \"=\" is not expected here. Maybe \"==\"?",
        "rules/flumazenil/flumazenil.drl | package rules.flumazenil; | package rules-flumazenil; | :1:1: error: the package is \"rules-flumazenil\", expected \"rules.flumazenil\": a hyphen of the folder is written _",
        "rules/taper/taper.drl | advise.info( $use ) | advise.info() | :14:17: error: name the facts that the advice rests on: advise.info( $fact );",
        "rules/taper/taper.drl | A taper above the low tier | A taper of one drug | :17:1: error: rule \"TP-001 A taper of one drug\" exists already at rules/taper/taper.drl:8; give it another title",
        "fhir-profiles/valuesets/flumazenil.json | \"resourceType\": \"ValueSet\", | \"resourceType\": \"ValueSet\" | :3:3: error: this is not JSON: a quote is not expected here: a comma, or a quote, is missing before it",
        "rules/drugs/benzodiazepines.csv | alprazolam,benzodiazepine | alprazolam,,benzodiazepine | :2:1: error: 16 cells, but the header has 15 columns; quote a cell that holds a comma, and write a decimal with a point",
        "rules/taper/TP-001.en.yaml | {{exposure.drug}} | {exposure.drug} | :2:11: error: a single { or } stands in this text; a tag is written {{name}}",
        "rules/taper/TP-001.en.yaml | {{> use}} | {{use}} | :4:19: error: \"use\" is a phrase: write {{> use}}",
      })
  void it_is_told_where_it_stands(String file, String right, String wrong, String told) {
    assertThat(book.replacing(file, right, wrong).problems()).containsExactly(file + told);
  }

  @Test
  void a_file_that_is_not_utf_8_is_told_at_the_first_wrong_letter() throws Exception {
    String rules = Files.readString(folder.resolve(RULES)) + "// caf\u00E9\n";
    Files.write(folder.resolve(RULES), rules.getBytes(StandardCharsets.ISO_8859_1));
    String card = Files.readString(folder.resolve(CARD));
    Files.write(folder.resolve(CARD), card.getBytes(StandardCharsets.UTF_16));

    assertThat(book.problems())
        .containsExactly(
            CARD + ":1:1: error: this is not UTF-8 text; save it as UTF-8",
            RULES + ":41:7: error: this is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void a_table_with_semicolons_is_one_mistake() throws Exception {
    String file = "rules/drugs/benzodiazepines.csv";
    String table = Files.readString(folder.resolve(file)).replace(';', ' ').replace(',', ';');

    assertThat(book.with(file, table).problems())
        .containsExactly(
            file + ":1:1: error: the cells are divided by semicolons; save the table with commas");
  }

  @Test
  void an_id_belongs_to_one_folder() {
    book.replacing("rules/flumazenil/flumazenil.drl", "FL-001", "TP-001")
        .without("rules/flumazenil/FL-001.en.yaml");

    assertThat(book.problems())
        .anyMatch(problem -> problem.contains("TP-001 is the id of rule \"TP-001"));
  }

  @Test
  void a_rule_file_outside_of_a_folder_is_not_compiled() {
    book.with("rules/more.drl", "rule \"TP-002 More\" when then end");

    assertThat(book.problems())
        .containsExactly(
            "rules/more.drl:1:1: error: a rule file belongs in a folder of its group:"
                + " <folder>/<name>.drl");
  }
}
