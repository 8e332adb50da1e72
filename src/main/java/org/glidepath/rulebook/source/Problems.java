package org.glidepath.rulebook.source;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.glidepath.rulebook.Problem;

/**
 * Collects what is wrong, so that all of it is told at once. Safe for use by several threads: files
 * are read side by side.
 */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /** Notes an error. */
  public synchronized void error(Place place, String message) {
    found.add(Problem.error(place.file(), place.line(), place.column(), oneLine(message)));
  }

  /** Whether anything is wrong so far. */
  public synchronized boolean any() {
    return !found.isEmpty();
  }

  /** Whether anything is wrong with a file so far. */
  public synchronized boolean any(String file) {
    return found.stream().anyMatch(problem -> problem.file().equals(file));
  }

  /** How many problems there are so far. */
  public synchronized int count() {
    return found.size();
  }

  /** All problems, each once, in the order of files, lines and columns. */
  public synchronized List<Problem> sorted() {
    TreeSet<Problem> sorted =
        new TreeSet<>(java.util.Comparator.<Problem>naturalOrder().thenComparing(Problem::message));
    sorted.addAll(found);
    return List.copyOf(sorted);
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
