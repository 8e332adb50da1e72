package org.glidepath.rulebook.drl;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, text, number or sign of a rule.
 *
 * @param kind which of them
 * @param text as written; for a text, what stands between its quotes
 * @param start index of its first character in the file
 * @param end index after its last character
 */
public record Token(Kind kind, String text, int start, int end) {

  /** Kinds of tokens. */
  public enum Kind {
    NAME,
    TEXT,
    NUMBER,
    SIGN
  }

  private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||", "!.");

  /** Whether it is this sign or this word. */
  public boolean is(String expected) {
    return kind != Kind.TEXT && text.equals(expected);
  }

  /** As a message quotes it. */
  String quoted() {
    return "\"" + text + "\"";
  }

  /** The tokens between two indices of a text; blanks and comments are left out. */
  public static List<Token> in(String text, int from, int to) {
    List<Token> tokens = new ArrayList<>();
    int at = from;
    while (at < to) {
      int comment = comment(text, at, to);
      if (comment > at) {
        at = comment;
      } else if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        Token token = next(text, at, to);
        tokens.add(token);
        at = token.end();
      }
    }
    return tokens;
  }

  /** The index after a comment that begins here; the same index where none does. */
  private static int comment(String text, int at, int to) {
    if (text.startsWith("//", at)) {
      int end = text.indexOf('\n', at);
      return end < 0 ? to : Math.min(end, to);
    }
    if (text.startsWith("/*", at)) {
      int end = text.indexOf("*/", at + 2);
      return end < 0 ? to : Math.min(end + 2, to);
    }
    return at;
  }

  private static Token next(String text, int at, int to) {
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      return quoted(text, at, to);
    }
    if (Character.isDigit(c)) {
      int end = at + 1;
      while (end < to && (Character.isLetterOrDigit(text.charAt(end)) || dot(text, end, to))) {
        end++;
      }
      return new Token(Kind.NUMBER, text.substring(at, end), at, end);
    }
    if (Character.isJavaIdentifierStart(c)) {
      int end = at + 1;
      while (end < to && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      return new Token(Kind.NAME, text.substring(at, end), at, end);
    }
    for (String sign : LONG_SIGNS) {
      if (text.startsWith(sign, at)) {
        return new Token(Kind.SIGN, sign, at, at + 2);
      }
    }
    return new Token(Kind.SIGN, String.valueOf(c), at, at + 1);
  }

  private static Token quoted(String text, int at, int to) {
    int end = at + 1;
    while (end < to && text.charAt(end) != text.charAt(at)) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    int close = Math.min(end, to);
    return new Token(Kind.TEXT, text.substring(at + 1, close), at, Math.min(close + 1, to));
  }

  private static boolean dot(String text, int at, int to) {
    return text.charAt(at) == '.' && at + 1 < to && Character.isDigit(text.charAt(at + 1));
  }
}
