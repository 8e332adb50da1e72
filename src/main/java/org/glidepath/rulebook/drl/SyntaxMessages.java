package org.glidepath.rulebook.drl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a rule author's words what the parser of Drools says in those of its grammar. */
final class SyntaxMessages {

  private static final Pattern MISSING = Pattern.compile("missing '([^']+)' at .*");
  private static final Pattern EXPECTING =
      Pattern.compile("(?:mismatched|extraneous) input .* expecting '([^']+)'");

  private SyntaxMessages() {}

  /**
   * The message.
   *
   * @param token the token at which the parser stopped
   * @param message what it said
   */
  static String inWords(String token, String message) {
    if (token.equals("==") || token.equals("!=")) {
      return "the property is missing before \"%s\": write it again, as in means == \"a\" || means == \"b\""
          .formatted(token);
    }
    if (token.equals("=")) {
      return "\"=\" is not expected here. Maybe \"==\"?";
    }
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      return "\"%s\" is missing before %s".formatted(missing.group(1), quoted(token));
    }
    Matcher expecting = EXPECTING.matcher(message);
    if (expecting.matches()) {
      return "%s is not expected here, but \"%s\"".formatted(quoted(token), expecting.group(1));
    }
    return quoted(token) + " is not expected here";
  }

  private static String quoted(String token) {
    return token.isEmpty() || token.equals("<EOF>") ? "the end of the file" : "\"" + token + "\"";
  }
}
