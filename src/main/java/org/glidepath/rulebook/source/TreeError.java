package org.glidepath.rulebook.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Why a YAML or JSON file cannot be read, in the words of somebody who writes one. The parsers say
 * where they gave up, and speak of their grammar.
 *
 * @param line from 1
 * @param column from 1
 * @param message what is wrong
 */
public record TreeError(int line, int column, String message) {

  private static final Pattern UNEXPECTED =
      Pattern.compile("Unexpected character \\('(.)' \\(code \\d+.*?\\)\\): (.*)", Pattern.DOTALL);

  /** What is wrong with this text. */
  public static TreeError of(JsonProcessingException e, String text) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof MarkedYAMLException yaml) {
        return new YamlErrors(text).of(yaml);
      }
    }
    JsonLocation location = e.getLocation();
    int line = location == null ? 1 : Math.max(1, location.getLineNr());
    int column = location == null ? 1 : Math.max(1, location.getColumnNr());
    String message = e.getOriginalMessage();
    if (message.startsWith("Expected a field name (Scalar")) {
      return new TreeError(
          line,
          Math.max(1, column - 2),
          "a text that begins with \"{\" or \"[\" has to stand in double quotes");
    }
    return new TreeError(line, column, json(message));
  }

  static TreeError at(Mark mark, String message) {
    return new TreeError(mark.getLine() + 1, mark.getColumn() + 1, message);
  }

  private static String json(String message) {
    Matcher unexpected = UNEXPECTED.matcher(message);
    if (unexpected.find()) {
      String sign = unexpected.group(1);
      String expected = unexpected.group(2);
      if (expected.contains("comma to separate")) {
        return "%s is not expected here: a comma, or a quote, is missing before it"
            .formatted(sign.equals("\"") ? "a quote" : "\"" + sign + "\"");
      }
      if (expected.contains("colon to separate")) {
        return "\"%s\" is not expected here: \":\" is missing before it".formatted(sign);
      }
      return "]}".contains(sign) || expected.contains("double-quote to start field name")
          ? "\"%s\" is not expected here: there is a comma too many before it, or a quote is missing"
              .formatted(sign)
          : "\"%s\" is not expected here: a value is a text in double quotes, a number, true, false, [ or {"
              .formatted(sign);
    }
    if (message.startsWith("Unrecognized token")) {
      return "a value is a text in double quotes, a number, true, false, [ or {";
    }
    if (message.startsWith("Unexpected end-of-input") || message.contains("end of input")) {
      return "the file ends too early: \"}\", \"]\" or a quote is missing";
    }
    if (message.contains("UTF-8")) {
      return "this is not UTF-8 text; save it as UTF-8";
    }
    return message.lines().findFirst().orElse("it cannot be read");
  }
}
