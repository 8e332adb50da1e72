package org.glidepath.rulebook;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Comparator;

/**
 * Something wrong in a file of the rule book. Prints as editors understand it: {@code
 * file:line:column: error: message}.
 *
 * @param file path as the user would open it
 * @param line from 1
 * @param column from 1
 * @param severity error or warning
 * @param message what was seen, what was expected, and what to do, on one line
 */
public record Problem(String file, int line, int column, Severity severity, String message)
    implements Comparable<Problem> {

  /** Errors first, so that none hides below the warnings of an earlier file. */
  private static final Comparator<Problem> AS_TOLD =
      comparing(Problem::severity)
          .thenComparing(Problem::file)
          .thenComparing(Problem::line)
          .thenComparing(Problem::column)
          .thenComparing(Problem::message);

  /** An error stops the start, a warning does not. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** An error at a place. */
  public static Problem error(String file, int line, int column, String message) {
    return new Problem(file, line, column, Severity.ERROR, message);
  }

  /** A warning at a place. */
  public static Problem warning(String file, int line, int column, String message) {
    return new Problem(file, line, column, Severity.WARNING, message);
  }

  /** Whether it stops the start. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** An error of a YAML or JSON file, where its parser found it. */
  public static Problem in(String file, JsonProcessingException failure) {
    JsonLocation at = failure.getLocation();
    return error(
        file,
        at == null ? 1 : Math.max(1, at.getLineNr()),
        at == null ? 1 : Math.max(1, at.getColumnNr()),
        failure.getOriginalMessage().replaceAll("\\s*\\R\\s*", " "));
  }

  @Override
  public int compareTo(Problem other) {
    return AS_TOLD.compare(this, other);
  }

  @Override
  public String toString() {
    return "%s:%d:%d: %s: %s"
        .formatted(file, line, column, severity == Severity.ERROR ? "error" : "warning", message);
  }
}
