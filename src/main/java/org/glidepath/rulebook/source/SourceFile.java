package org.glidepath.rulebook.source;

/**
 * A text file of the rule book, as it was read.
 *
 * @param name path below its root, with {@code /}: {@code flumazenil/flumazenil.drl}
 * @param shown path as the user would open it
 * @param text its content
 */
public record SourceFile(String name, String shown, String text) {

  /** The last part of the path. */
  public String fileName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The folder it lies in, below its root; empty for the root itself. */
  public String folder() {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }

  /** A place in this file, given as the index of a character. */
  public Place at(int offset) {
    int end = Math.max(0, Math.min(offset, text.length()));
    int line = 1;
    int lineStart = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
      line++;
      lineStart = i + 1;
    }
    return new Place(shown, line, end - lineStart + 1);
  }

  /** A place in this file, line and column from 1. */
  public Place at(int line, int column) {
    return new Place(shown, Math.max(1, line), Math.max(1, column));
  }

  /** The first character of this file. */
  public Place start() {
    return at(1, 1);
  }

  /** The index of the character at a place of this file. */
  public int offsetOf(Place place) {
    int lineStart = 0;
    for (int line = 1; line < place.line(); line++) {
      lineStart = text.indexOf('\n', lineStart) + 1;
    }
    return Math.min(lineStart + place.column() - 1, text.length());
  }
}
