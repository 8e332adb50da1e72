package org.glidepath.rulebook.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word a misspelt one was meant to be. */
public final class Hints {

  /** A longer word is no misspelt one, and comparing it with all others takes long. */
  private static final int LONGEST = 60;

  private static final int SHORTEST_BEGINNING = 4;
  private static final int LONGEST_REST = 4;
  private static final int MOST_LISTED = 24;
  private static final int FIRST_LISTED = 10;

  private Hints() {}

  /**
   * The advice to append to a message, with a leading space: {@code Maybe "dependent"?}; empty
   * where no known word is near.
   */
  public static String maybe(String word, Collection<String> known) {
    return nearest(word, known).map(near -> " Maybe \"" + near + "\"?").orElse("");
  }

  /** Known words as a message lists them: all of a few, the first of many. */
  public static String list(Collection<String> known) {
    return known.size() <= MOST_LISTED
        ? String.join(", ", known)
        : "%s ... (%d in all)"
            .formatted(
                String.join(", ", known.stream().limit(FIRST_LISTED).toList()), known.size());
  }

  /** The nearest known word, if it is near enough to be meant. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    boolean id = word.chars().anyMatch(Character::isDigit);
    int limit = id ? 1 : Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)) <= limit)
        .min(
            Comparator.<String>comparingInt(
                    candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .or(() -> sameBeginning(lower, known));
  }

  /** The word that goes on where this one ends, or ends where it goes on: unit, unitCode. */
  private static Optional<String> sameBeginning(String lower, Collection<String> known) {
    return known.stream()
        .filter(candidate -> Math.min(candidate.length(), lower.length()) >= SHORTEST_BEGINNING)
        .filter(candidate -> Math.abs(candidate.length() - lower.length()) <= LONGEST_REST)
        .filter(
            candidate ->
                candidate.toLowerCase(Locale.ROOT).startsWith(lower)
                    || lower.startsWith(candidate.toLowerCase(Locale.ROOT)))
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters to insert, delete, replace, or swap with their neighbour. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
