package org.glidepath.rulebook.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.glidepath.rulebook.Problem;

/**
 * Collects what is wrong, so that all of it is told at once. Safe for use by several threads: files
 * are read side by side.
 */
public final class Problems {

  /** A message may quote what stands in a file, however long that is. */
  private static final int LONGEST = 1_000;

  /** More than anybody reads; a file of a million mistakes shall not take a gigabyte. */
  private static final int MOST = 1_000;

  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  /** Notes an error. */
  public synchronized void error(Place place, String message) {
    add(errors, Problem.error(place.file(), place.line(), place.column(), oneLine(message)));
  }

  /** Notes something that is allowed, and that somebody should look at. */
  public synchronized void warning(Place place, String message) {
    add(warnings, Problem.warning(place.file(), place.line(), place.column(), oneLine(message)));
  }

  /** Notes what was found elsewhere. */
  public synchronized void addAll(List<Problem> problems) {
    problems.forEach(problem -> add(problem.isError() ? errors : warnings, problem));
  }

  /** Whether there is an error so far. */
  public synchronized boolean any() {
    return !errors.isEmpty();
  }

  /** Whether anything is wrong with a file so far. */
  public synchronized boolean any(String file) {
    return errors.stream().anyMatch(problem -> problem.file().equals(file));
  }

  /** Whether there is an error so far in a file whose path begins and ends so. */
  public synchronized boolean any(String beginning, String ending) {
    return errors.stream()
        .map(Problem::file)
        .anyMatch(file -> file.startsWith(beginning) && file.endsWith(ending));
  }

  /** How many problems there are so far. */
  public synchronized int count() {
    return errors.size() + warnings.size();
  }

  /** All problems, each once: errors, then warnings, in the order of files, lines and columns. */
  public synchronized List<Problem> sorted() {
    return Stream.of(errors, warnings)
        .flatMap(alike -> alike.stream().sorted().distinct())
        .toList();
  }

  /** Errors have room of their own: no number of warnings shall keep one out. */
  private static void add(List<Problem> alike, Problem problem) {
    if (alike.size() < MOST) {
      alike.add(problem);
    }
  }

  private static String oneLine(String message) {
    String line = message.replaceAll("\\s*\\R\\s*", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
  }
}
