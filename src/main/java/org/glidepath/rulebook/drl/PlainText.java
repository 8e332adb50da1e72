package org.glidepath.rulebook.drl;

import java.util.List;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;

/**
 * Refuses a DRL file before it is parsed where two readers could see two different texts in it: a
 * backslash is an escape to one and a sign to the other ({@code \\u0022} ends a text in Java, not
 * in DRL), and brackets nested without end exhaust any parser.
 */
final class PlainText {

  private static final int DEEPEST = 20;

  private PlainText() {}

  /** Whether the file can be parsed; if not, the reason is noted. */
  static boolean check(SourceFile file, Problems problems) {
    int backslash = file.text().indexOf('\\');
    if (backslash >= 0) {
      problems.error(
          file.at(backslash), "a backslash is not allowed in a rule file, not even in a comment");
      return false;
    }
    return shallow(file, problems);
  }

  private static boolean shallow(SourceFile file, Problems problems) {
    List<Token> tokens = Token.in(file.text(), 0, file.text().length());
    int depth = 0;
    for (Token token : tokens) {
      if (token.is("(") || token.is("[") || token.is("{")) {
        depth++;
      } else if (token.is(")") || token.is("]") || token.is("}")) {
        depth = Math.max(0, depth - 1);
      }
      if (depth > DEEPEST) {
        problems.error(
            file.at(token.start()),
            "brackets are nested more than %d deep; write several rules".formatted(DEEPEST));
        return false;
      }
    }
    return true;
  }
}
