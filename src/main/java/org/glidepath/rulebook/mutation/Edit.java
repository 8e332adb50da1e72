package org.glidepath.rulebook.mutation;

import org.glidepath.rulebook.drl.Token;

/**
 * One change of a rule's text.
 *
 * @param start index of the first character that is replaced
 * @param end index after the last
 * @param replacement what stands there instead; empty for a condition that is dropped
 * @param change in words: {@code 65 becomes 66}
 */
record Edit(int start, int end, String replacement, String change) {

  static Edit replace(Token token, String replacement) {
    return new Edit(
        token.start(),
        token.end(),
        replacement,
        "%s becomes %s".formatted(written(token), replacement));
  }

  private static String written(Token token) {
    return token.kind() == Token.Kind.TEXT ? "\"" + token.text() + "\"" : token.text();
  }
}
