package org.glidepath.rulebook.source;

import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in words what SnakeYAML says of one text. */
final class YamlErrors {

  private static final String INDENTATION =
      "this line does not stand where the lines above let expect it: names and \"-\" of one list"
          + " begin in the same column, with blanks only";

  private final List<String> lines;

  YamlErrors(String text) {
    this.lines = text.lines().toList();
  }

  TreeError of(MarkedYAMLException e) {
    Mark problem = e.getProblemMark();
    String said = e.getProblem() == null ? "" : e.getProblem();
    int open = unpairedQuote(problem.getLine());
    if (said.contains("\\t(TAB)")) {
      return TreeError.at(problem, "a tab stands here; YAML is indented with blanks");
    }
    if (open >= 0) {
      return new TreeError(
          open + 1,
          line(open).indexOf('"') + 1,
          "the text in double quotes does not end on this line");
    }
    if (said.startsWith("mapping values are not allowed")) {
      return colon(problem);
    }
    if (said.startsWith("could not find expected ':'")) {
      Mark context = e.getContextMark() == null ? problem : e.getContextMark();
      return TreeError.at(context, "\":\" and a blank are missing behind this name");
    }
    if (said.startsWith("expected ',' or ']'") || said.startsWith("expected ',' or '}'")) {
      Mark context = e.getContextMark() == null ? problem : e.getContextMark();
      return TreeError.at(context, "what opens here is not closed, or lacks a comma");
    }
    if (said.startsWith("expected <block end>")) {
      return TreeError.at(
          problem,
          said.contains("scalar")
              ? "something stands behind the closing quote; within a text in double quotes write \\\""
              : INDENTATION);
    }
    if (said.contains("cannot start any token") || said.contains("unexpected character")) {
      return TreeError.at(
          problem, "a text that begins with such a sign has to stand in double quotes");
    }
    return TreeError.at(problem, said.isEmpty() ? "it cannot be read" : said);
  }

  /** A colon too many on this line, or one that the line above lacks. */
  private TreeError colon(Mark problem) {
    String before = line(problem.getLine());
    before = before.substring(0, Math.min(problem.getColumn(), before.length()));
    if (before.contains(": ")) {
      int value = before.indexOf(": ") + 2;
      return new TreeError(
          problem.getLine() + 1,
          value + 1,
          "a text with \": \" in it has to stand in double quotes");
    }
    int above = problem.getLine() - 1;
    while (above > 0 && (line(above).isBlank() || line(above).strip().startsWith("#"))) {
      above--;
    }
    if (above >= 0 && !line(above).contains(": ") && !line(above).strip().endsWith(":")) {
      String name = line(above);
      return new TreeError(
          above + 1,
          name.length() - name.stripLeading().length() + 1,
          "\":\" and a blank are missing between name and value on this line");
    }
    return TreeError.at(problem, INDENTATION);
  }

  /** The last line up to this one whose double quotes do not pair; -1 where all do. */
  private int unpairedQuote(int until) {
    for (int i = Math.min(until, lines.size() - 1); i >= 0; i--) {
      long quotes = line(i).replace("\\\"", "").chars().filter(c -> c == '"').count();
      if (quotes % 2 == 1 && !line(i).strip().startsWith("#")) {
        return i;
      }
    }
    return -1;
  }

  private String line(int index) {
    return index < lines.size() ? lines.get(index) : "";
  }
}
