package org.glidepath.rulebook.drl;

import java.util.List;

/** A place in a list of tokens. */
final class TokenCursor {

  /** What stands behind the last token. */
  private final Token end;

  private final List<Token> tokens;
  private int at;

  TokenCursor(List<Token> tokens, int endOffset) {
    this.tokens = tokens;
    this.end = new Token(Token.Kind.SIGN, "the end", endOffset, endOffset);
  }

  boolean done() {
    return at >= tokens.size();
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return at + ahead >= 0 && at + ahead < tokens.size() ? tokens.get(at + ahead) : end;
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  /** Takes the next token if it is this one. */
  boolean take(String expected) {
    if (!done() && peek().is(expected)) {
      at++;
      return true;
    }
    return false;
  }

  boolean nextIs(String expected) {
    return !done() && peek().is(expected);
  }

  /** The index after the last token taken. */
  int lastEnd() {
    return at == 0 || tokens.isEmpty()
        ? end.start()
        : tokens.get(Math.min(at, tokens.size()) - 1).end();
  }
}
