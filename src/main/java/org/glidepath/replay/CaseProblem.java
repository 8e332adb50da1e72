package org.glidepath.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glidepath.rulebook.Problem;
import org.glidepath.rulebook.source.Hints;

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
  static ReplayException at(Path file, String word, String message) {
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
    return new ReplayException(Problem.in(file.toString(), failure).toString());
  }

  /** A message about a word that is not among the known ones. */
  static String unknown(String message, String word, String what, Collection<String> known) {
    return message.formatted(word)
        + "."
        + Hints.maybe(word, known)
        + " "
        + what
        + ": "
        + String.join(", ", known);
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
