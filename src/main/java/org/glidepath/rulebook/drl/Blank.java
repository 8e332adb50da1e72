package org.glidepath.rulebook.drl;

import java.util.List;

/** Replaces parts of a text by blanks; every other character keeps its line and column. */
final class Blank {

  private Blank() {}

  /** A part of a text. */
  record Part(int start, int end) {}

  /**
   * Blanks everything that is in no kept part.
   *
   * @param kept parts in their order
   */
  static String allBut(String text, List<Part> kept) {
    StringBuilder result = new StringBuilder(text);
    int from = 0;
    for (Part part : kept) {
      blank(result, from, part.start());
      from = part.end();
    }
    blank(result, from, text.length());
    return result.toString();
  }

  /** Blanks comments. */
  static String comments(String text) {
    return allBut(
        text,
        Token.in(text, 0, text.length()).stream()
            .map(token -> new Part(token.start(), token.end()))
            .toList());
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
  }
}
