package org.glidepath.rulebook.condition;

import java.util.List;
import org.glidepath.rulebook.drl.Token;
import org.glidepath.rulebook.drl.Token.Kind;

/** Steps through the words and signs of a left side. */
final class Tokens {

  private static final Token END = new Token(Kind.SIGN, "", -1, -1);

  private final List<Token> tokens;
  private int at;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  boolean done() {
    return at >= tokens.size();
  }

  Token peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
  }

  boolean nextIs(String expected) {
    return peek(0).is(expected);
  }

  /** Whether what comes next is one of several alternatives: {@code or} stands behind it. */
  boolean alternativesFollow() {
    int depth = 0;
    for (int i = 0; i < tokens.size() - at && depth >= 0; i++) {
      depth += peek(i).is("(") ? 1 : peek(i).is(")") ? -1 : 0;
      boolean ends = depth == 0 && peek(i).is(")");
      if (ends && !peek(i + 1).is("and")) {
        return peek(i + 1).is("or");
      }
    }
    return false;
  }

  Token next() throws Unreadable {
    if (done()) {
      throw new Unreadable("the left side ends too early");
    }
    return tokens.get(at++);
  }

  boolean take(String expected) {
    boolean there = nextIs(expected);
    if (there) {
      at++;
    }
    return there;
  }

  void expect(String expected) throws Unreadable {
    if (!take(expected)) {
      throw new Unreadable("expected \"%s\" instead of \"%s\"".formatted(expected, peek(0).text()));
    }
  }

  /** The index of the first character of what comes next. */
  int start() {
    return peek(0).start();
  }

  /** The index after the last character that was taken. */
  int end() {
    return at == 0 ? 0 : tokens.get(at - 1).end();
  }
}
