package org.glidepath.rulebook.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.glidepath.rulebook.source.CsvTable.Row;
import org.glidepath.rulebook.source.Node.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {

  private final Problems problems = new Problems();

  @ParameterizedTest
  @CsvSource({
    "dependant, dependent",
    "Dependent, dependent",
    "dpeendent, dependent",
    "levle, level",
    "x, ",
    "something else, "
  })
  void a_near_word_is_guessed_and_a_far_one_is_not(String word, String guess) {
    assertThat(Hints.maybe(word, List.of("level", "dependent", "of")))
        .isEqualTo(guess == null ? "" : " Maybe \"" + guess + "\"?");
  }

  @ParameterizedTest
  @CsvSource({
    "ZZ-001, ",
    "TP-0001, TP-001",
    "TP-002, TP-001",
    "unit, unitCode",
    "withinDays, within"
  })
  void an_id_is_guessed_within_its_group_and_a_word_by_its_beginning(String word, String guess) {
    assertThat(Hints.maybe(word, List.of("TP-001", "unitCode", "within", "withinMinutes")))
        .isEqualTo(guess == null ? "" : " Maybe \"" + guess + "\"?");
  }

  @Test
  void no_number_of_warnings_keeps_an_error_out() {
    Place place = file("").start();
    for (int i = 0; i < 5_000; i++) {
      problems.warning(place, "warning " + i);
    }
    problems.error(place, "an error");

    assertThat(problems.any()).isTrue();
    assertThat(problems.sorted().get(0).message()).isEqualTo("an error");
    assertThat(problems.sorted()).hasSizeLessThan(2_000);
  }

  @Test
  void a_cell_knows_its_place_also_behind_quotes_and_line_breaks() {
    CsvTable table =
        CsvTable.read(file("a,b,c\n\"x, \"\"y\"\"\nz\", 2 ,\n\n4,5,6"), problems, List.of("a"));

    assertThat(problems.sorted()).isEmpty();
    assertThat(table.rows()).hasSize(2);
    Row first = table.rows().get(0);
    assertThat(first.cell("a").text()).isEqualTo("x, \"y\"\nz");
    assertThat(first.cell("b").text()).isEqualTo("2");
    assertThat(first.cell("b").place()).isEqualTo(new Place("shown", 3, 4));
    assertThat(first.cell("c").blank()).isTrue();
    assertThat(table.rows().get(1).cell("c").place()).isEqualTo(new Place("shown", 5, 5));
  }

  @Test
  void a_quote_without_end_is_a_problem() {
    CsvTable.read(file("a,b\n1,\"2"), problems, List.of());

    assertThat(problems.sorted())
        .extracting(Object::toString)
        .containsExactly("shown:2:3: error: the quote that begins here does not end");
  }

  @Test
  void names_and_values_of_yaml_know_their_places() {
    Node root =
        TreeReader.yaml(file("a: 1\nb:\n  - x\n  - { c: \"y\" }\n"), problems).orElseThrow();

    Member b = member(root, "b");
    assertThat(b.place()).isEqualTo(new Place("shown", 2, 1));
    assertThat(b.value().items().get(0).place()).isEqualTo(new Place("shown", 3, 5));
    Node c = member(b.value().items().get(1), "c").value();
    assertThat(c.place()).isEqualTo(new Place("shown", 4, 10));
    assertThat(root.json()).hasToString("{\"a\":1,\"b\":[\"x\",{\"c\":\"y\"}]}");
  }

  @Test
  void an_empty_file_is_a_problem() {
    assertThat(TreeReader.yaml(file(""), problems)).isEmpty();
    assertThat(problems.sorted())
        .extracting(Object::toString)
        .containsExactly("shown:1:1: error: the file is empty");
  }

  @Test
  void line_ends_and_byte_order_marks_make_no_difference_to_places(@TempDir Path folder)
      throws Exception {
    Files.createDirectories(folder.resolve("rules"));
    Files.createDirectories(folder.resolve("valuesets"));
    Files.writeString(folder.resolve("rules/evidence.yaml"), "\uFEFFa: b\r\nc: d\r\n");

    SourceFiles files = SourceFiles.read(folder.resolve("rules"), folder, problems);

    SourceFile file = files.rule("evidence.yaml").orElseThrow();
    assertThat(file.text()).isEqualTo("a: b\nc: d\n");
    assertThat(file.at(5)).isEqualTo(new Place(file.shown(), 2, 1));
    assertThat(file.offsetOf(file.at(2, 4))).isEqualTo(8);
  }

  @Test
  void a_file_that_is_no_text_is_a_problem(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("valuesets"));
    Path file = folder.resolve("evidence.yaml");
    Files.write(file, new byte[] {'a', (byte) 0xC3, (byte) 0x28});

    SourceFiles.read(folder, folder, problems);

    assertThat(problems.sorted())
        .extracting(Object::toString)
        .containsExactly(file + ":1:2: error: this is not UTF-8 text; save it as UTF-8");
  }

  private static Member member(Node node, String name) {
    return Objects.requireNonNull(node.members().get(name));
  }

  private static SourceFile file(String text) {
    return new SourceFile("name", "shown", text);
  }
}
