package org.glidepath.rulebook.card;

import org.glidepath.rulebook.source.Node;
import org.glidepath.rulebook.source.Place;
import org.glidepath.rulebook.source.SourceFile;

/**
 * The text of a template with the place where it stands.
 *
 * @param file the file
 * @param start index of the first character in the file that can belong to it
 * @param text the template; in YAML, after quotes and escapes have been taken away
 */
record Template(SourceFile file, int start, String text) {

  static Template of(SourceFile phrase) {
    return new Template(phrase, 0, phrase.text().strip());
  }

  static Template of(Node scalar) {
    return new Template(scalar.file(), scalar.file().offsetOf(scalar.place()), scalar.text());
  }

  /**
   * The place of a tag: found by its text, because escapes and folded lines make indices differ.
   * Tags of the same text are told apart by counting.
   */
  Place place(Tag tag) {
    int at = start - 1;
    for (int in = text.indexOf(tag.raw()); in >= 0 && in <= tag.start(); ) {
      int next = file.text().indexOf(tag.raw(), at + 1);
      if (next < 0) {
        break;
      }
      at = next;
      in = text.indexOf(tag.raw(), in + 1);
    }
    return at < start ? file.at(start) : file.at(at);
  }
}
