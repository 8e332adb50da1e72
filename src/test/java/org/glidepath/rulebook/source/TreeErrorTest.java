package org.glidepath.rulebook.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Usual slips in YAML and JSON: told at the line where they stand, in words. */
class TreeErrorTest {

  private static final String INDENTATION =
      "this line does not stand where the lines above let expect it: names and \"-\" of one list"
          + " begin in the same column, with blanks only";

  private final Problems problems = new Problems();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "title Low%N%summary: x | 1:1: \":\" and a blank are missing between name and value on this line",
        "title:Low%N%summary: x | 1:1: \":\" and a blank are missing between name and value on this line",
        "title: Low: very low | 1:8: a text with \": \" in it has to stand in double quotes",
        "title: {{drug}} taken | 1:8: a text that begins with \"{\" or \"[\" has to stand in double quotes",
        "title: \"Low%N%detail:%N%  - \"**Why:** x\" | 1:8: the text in double quotes does not end on this line",
        "title: a \"b\"%N%detail: \"a \"b\" c\" | 2:13: something stands behind the closing quote; within a text in double quotes write \\\"",
        "a:%N%  - x%N%%T%- y | 3:1: a tab stands here; YAML is indented with blanks",
        "a:%N%  - x%N% - y | 3:2: INDENTATION",
        "a: x%N%  b: y | 2:4: INDENTATION",
        "a: [x, y%N%b: z | 1:4: what opens here is not closed, or lacks a comma",
        "A:%N%  b: c%N%D%N%E:%N%  f: g | 3:1: \":\" and a blank are missing behind this name",
        "a: @x | 1:4: a text that begins with such a sign has to stand in double quotes",
      })
  void yaml(String text, String message) {
    TreeReader.yaml(file(text), problems);

    assertThat(told()).isEqualTo(message(message, "YAML"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[ {\"a\": 1}%N%  {\"a\": 2} ] | 2:3: \"{\" is not expected here: a comma, or a quote, is missing before it",
        "[ 1,%N%] | 2:1: \"]\" is not expected here: there is a comma too many before it, or a quote is missing",
        "{ \"a\" 1 } | 1:7: \"1\" is not expected here: \":\" is missing before it",
        "{ \"a\": one } | 1:8: a value is a text in double quotes, a number, true, false, [ or {",
        "{ \"a\": 1 | 1:9: the file ends too early: \"}\", \"]\" or a quote is missing",
      })
  void json(String text, String message) {
    TreeReader.json(file(text), problems);

    assertThat(told()).isEqualTo(message(message, "JSON"));
  }

  private static SourceFile file(String text) {
    return new SourceFile("a", "a", text.replace("%N%", "\n").replace("%T%", "\t"));
  }

  private static String message(String written, String format) {
    return written
        .replace("INDENTATION", INDENTATION)
        .replaceFirst(": ", ": this is not " + format + ": ");
  }

  private String told() {
    assertThat(problems.sorted()).hasSize(1);
    return problems.sorted().stream()
        .map(problem -> problem.line() + ":" + problem.column() + ": " + problem.message())
        .findFirst()
        .orElse("");
  }
}
