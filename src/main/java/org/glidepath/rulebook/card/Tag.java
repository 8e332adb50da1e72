package org.glidepath.rulebook.card;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a template: a tag, or the text between two.
 *
 * @param sign the sign of Mustache that it begins with; a blank for a variable, {@code t} for text
 * @param name what stands behind the sign; for text, the text
 * @param start index of its first character in the template
 * @param raw as written
 */
record Tag(char sign, String name, int start, String raw) {

  static final char TEXT = 't';
  static final char VARIABLE = ' ';

  /** The pieces of a template; a tag that does not end is text. */
  static List<Tag> in(String template) {
    List<Tag> tags = new ArrayList<>();
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf("{{", at);
      int close = open < 0 ? -1 : template.indexOf("}}", open);
      if (close < 0) {
        tags.add(text(template, at, template.length()));
        break;
      }
      if (open > at) {
        tags.add(text(template, at, open));
      }
      tags.add(tag(template, open, close));
      at = close + 2;
    }
    return tags;
  }

  /** The names joined by dots. */
  List<String> path() {
    return List.of(name.split("\\.", -1));
  }

  private static Tag text(String template, int start, int end) {
    String text = template.substring(start, end);
    return new Tag(TEXT, text, start, text);
  }

  private static Tag tag(String template, int open, int close) {
    String raw = template.substring(open, close + 2);
    String inner = template.substring(open + 2, close).strip();
    boolean signed = !inner.isEmpty() && "#^/>!{&=".indexOf(inner.charAt(0)) >= 0;
    return new Tag(
        signed ? inner.charAt(0) : VARIABLE,
        (signed ? inner.substring(1) : inner).strip(),
        open,
        raw);
  }
}
