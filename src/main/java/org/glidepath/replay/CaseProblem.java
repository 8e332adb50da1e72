package org.glidepath.replay;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glidepath.rulebook.Problem;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.TreeError;
import org.jspecify.annotations.Nullable;

/** Something wrong in a file of a test case, with its place. */
final class CaseProblem {

  private CaseProblem() {}

  /** A problem with the file as a whole. */
  static ReplayException in(Path file, String message) {
    return at(file, 1, 1, message);
  }

  /**
   * A problem with the first place where a word stands, or with the file where it stands nowhere.
   */
  static ReplayException at(Path file, @Nullable String word, String message) {
    if (word == null) {
      return in(file, message);
    }
    String text = text(file);
    Matcher found =
        Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])").matcher(text);
    if (!found.find()) {
      return in(file, message);
    }
    String before = text.substring(0, found.start());
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return at(file, line, before.length() - before.lastIndexOf('\n'), message);
  }

  /** What the parser of a file complains about. */
  static ReplayException of(Path file, JsonProcessingException failure) {
    if (failure instanceof UnrecognizedPropertyException unknown) {
      TreeSet<String> known = new TreeSet<>();
      unknown.getKnownPropertyIds().forEach(id -> known.add(id.toString()));
      return at(
          file,
          unknown.getPropertyName(),
          unknown("there is no key \"%s\" here", unknown.getPropertyName(), "Keys", known));
    }
    if (failure instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
      String name =
          mismatch.getPath().stream()
              .map(JsonMappingException.Reference::getFieldName)
              .filter(Objects::nonNull)
              .collect(joining(" "));
      return at(
          file,
          mismatch.getPath().get(0).getFieldName(),
          "\"%s\" has another form; test-cases/README.md shows it".formatted(name));
    }
    TreeError error = TreeError.of(failure, text(file));
    return at(file, error.line(), error.column(), error.message());
  }

  /** A message about a word that is not among the known ones. */
  static String unknown(String message, String word, String what, Collection<String> known) {
    return message.formatted(word)
        + "."
        + Hints.maybe(word, known)
        + " "
        + what
        + ": "
        + Hints.list(known);
  }

  private static ReplayException at(Path file, int line, int column, String message) {
    return new ReplayException(Problem.error(file.toString(), line, column, message).toString());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
