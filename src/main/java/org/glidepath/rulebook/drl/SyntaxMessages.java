package org.glidepath.rulebook.drl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a rule author's words what the parser of Drools says in those of its grammar. */
final class SyntaxMessages {

  private static final Pattern AT =
      Pattern.compile("(?:no viable alternative at|mismatched|extraneous) input '(.*?)'");
  private static final Pattern EXPECTING = Pattern.compile("expecting '?(?!one of)([^']+)'?");
  private static final Pattern PREFIX = Pattern.compile("^\\[ERR \\d+] Line -?\\d+:-?\\d+ ");

  private SyntaxMessages() {}

  static String inWords(String message) {
    Matcher at = AT.matcher(message);
    if (!at.find()) {
      return PREFIX.matcher(message).replaceFirst("");
    }
    String token = at.group(1);
    if (token.equals("=")) {
      return "\"=\" is not expected here. Maybe \"==\"?";
    }
    if (token.equals("and") || token.equals("or")) {
      return "\"%s\" is not expected here. Inside a pattern write && or ||".formatted(token);
    }
    Matcher expecting = EXPECTING.matcher(message);
    return quoted(token)
        + " is not expected here"
        + (expecting.find() ? ", but \"" + expecting.group(1) + "\"" : "");
  }

  private static String quoted(String token) {
    return token.equals("<eof>") || token.equals("<EOF>")
        ? "the end of the file"
        : "\"" + token + "\"";
  }
}
