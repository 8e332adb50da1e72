package org.glidepath.rulebook.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glidepath.rulebook.source.Hints;

/**
 * What a rule says of itself between its name and {@code when}. Read from the text, because the
 * parser of Drools hands several values over as one, and loses their places.
 *
 * @param evidence keys of {@code evidence.yaml}
 * @param suppresses ids of rules, or folders, whose advice its own replaces
 */
record Annotations(List<String> evidence, List<String> suppresses) {

  private static final Set<String> KNOWN = Set.of("evidence", "suppresses");

  /**
   * Reads them.
   *
   * @param cursor the tokens from the word {@code rule} on
   */
  static Annotations read(TokenCursor cursor, Findings findings) {
    Annotations annotations = new Annotations(new ArrayList<>(), new ArrayList<>());
    while (!cursor.done() && !cursor.nextIs("when") && !cursor.nextIs("then")) {
      if (cursor.next().is("@")) {
        annotations.add(cursor, findings);
      }
    }
    return annotations;
  }

  private void add(TokenCursor cursor, Findings findings) {
    Token name = cursor.next();
    if (!KNOWN.contains(name.text())) {
      findings.error(
          name,
          "unknown annotation \"@%s\"; known are @evidence and @suppresses.%s"
              .formatted(name.text(), Hints.maybe(name.text(), KNOWN)));
      return;
    }
    boolean cites = name.text().equals("evidence");
    cursor.take("(");
    while (!cursor.done() && !cursor.take(")")) {
      Token token = cursor.next();
      if (token.kind() == Token.Kind.TEXT) {
        findings.mention(cites ? Mention.Kind.EVIDENCE : Mention.Kind.SUPPRESSED, token);
        (cites ? evidence : suppresses).add(token.text());
      } else if (!token.is(",")) {
        findings.error(
            token, "write each value in double quotes: @%s( \"A\", \"B\" )".formatted(name.text()));
        return;
      }
    }
  }
}
