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

  /** Quotes that a word processor writes; Java takes none of them for the end of a text. */
  private static final String CURLY = "\u201C\u201D\u201E\u2018\u2019";

  private PlainText() {}

  /** Whether the file can be parsed; if not, the reason is noted. */
  static boolean check(SourceFile file, Problems problems) {
    int backslash = file.text().indexOf('\\');
    if (backslash >= 0) {
      problems.error(
          file.at(backslash), "a backslash is not allowed in a rule file, not even in a comment");
      return false;
    }
    List<Token> tokens = Token.in(file.text(), 0, file.text().length());
    return paired(file, tokens, problems)
        && packageReads(file, tokens, problems)
        && shallow(file, tokens, problems);
  }

  /** A text that goes on in the next line has lost a quote, and turns all that follows around. */
  private static boolean paired(SourceFile file, List<Token> tokens, Problems problems) {
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.SIGN && CURLY.contains(token.text())) {
        problems.error(
            file.at(token.start()),
            "write a straight quote (\") instead of %s".formatted(token.text()));
        return false;
      }
      if (token.kind() == Token.Kind.TEXT && !ends(file.text(), token)) {
        int lineStart = file.text().lastIndexOf('\n', token.start()) + 1;
        int first = file.text().indexOf(file.text().charAt(token.start()), lineStart);
        problems.error(
            file.at(first),
            "a quote is missing on this line: a text begins and ends with one on the same line");
        return false;
      }
    }
    return true;
  }

  /** The folder's name with its hyphen is what comes to mind first, and no parser takes it. */
  private static boolean packageReads(SourceFile file, List<Token> tokens, Problems problems) {
    if (tokens.isEmpty() || !tokens.get(0).is("package")) {
      return true;
    }
    int from = tokens.get(0).end();
    int end = file.text().indexOf('\n', from);
    String named =
        file.text().substring(from, end < 0 ? file.text().length() : end).replace(";", "").strip();
    if (!named.matches("[\\w.]+(-[\\w.]+)+")) {
      return true;
    }
    problems.error(
        file.at(tokens.get(0).start()),
        "the package is \"%s\", expected \"%s\": a hyphen of the folder is written _"
            .formatted(named, PackageCheck.expectedPackage(file)));
    return false;
  }

  private static boolean ends(String file, Token text) {
    return text.end() - text.start() > 1
        && text.text().indexOf('\n') < 0
        && file.charAt(text.end() - 1) == file.charAt(text.start());
  }

  private static boolean shallow(SourceFile file, List<Token> tokens, Problems problems) {
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
