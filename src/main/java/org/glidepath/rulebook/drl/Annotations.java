package org.glidepath.rulebook.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glidepath.rulebook.source.Hints;

/**
 * What a rule says of itself between its name and {@code when}. Read from the text, because the
 * parser of Drools hands several values over as one, and loses their places.
 */
final class Annotations {

  private static final Set<String> KNOWN = Set.of("evidence", "suppresses", "reserve");

  private final Findings findings;
  private final List<String> evidence = new ArrayList<>();
  private final List<String> suppresses = new ArrayList<>();
  private boolean reserve;
  private boolean tried;

  private Annotations(Findings findings) {
    this.findings = findings;
  }

  /**
   * Reads them.
   *
   * @param cursor the tokens from the word {@code rule} on
   */
  static Annotations read(TokenCursor cursor, Findings findings) {
    Annotations annotations = new Annotations(findings);
    while (!cursor.done() && !cursor.nextIs("when") && !cursor.nextIs("then")) {
      if (cursor.next().is("@")) {
        annotations.add(cursor.next(), cursor);
      }
    }
    return annotations;
  }

  /** Keys of {@code evidence.yaml}. */
  List<String> evidence() {
    return List.copyOf(evidence);
  }

  /** Whether nothing at all is cited; a citation that cannot be read has been told already. */
  boolean citesNothing() {
    return evidence.isEmpty() && !tried;
  }

  /** Ids of rules, or folders, whose advice its own replaces. */
  List<String> suppresses() {
    return List.copyOf(suppresses);
  }

  /** Whether it takes part only where it is enabled. */
  boolean reserve() {
    return reserve;
  }

  private void add(Token name, TokenCursor cursor) {
    switch (name.text()) {
      case "evidence" -> {
        tried = true;
        int before = findings.count();
        evidence.addAll(values(name, Mention.Kind.EVIDENCE, cursor));
        tried = findings.count() > before;
      }
      case "suppresses" -> suppresses.addAll(values(name, Mention.Kind.SUPPRESSED, cursor));
      case "reserve" -> {
        reserve = true;
        if (cursor.nextIs("(")) {
          findings.error(cursor.peek(), "@reserve stands alone; services.yaml enables the rule");
        }
      }
      default -> {
        tried |= Hints.nearest(name.text(), KNOWN).filter("evidence"::equals).isPresent();
        findings.error(
            name,
            "unknown annotation \"@%s\"; known are @evidence, @suppresses and @reserve.%s"
                .formatted(name.text(), Hints.maybe(name.text(), KNOWN)));
      }
    }
  }

  private List<String> values(Token name, Mention.Kind kind, TokenCursor cursor) {
    List<String> values = new ArrayList<>();
    cursor.take("(");
    while (!cursor.done() && !cursor.take(")")) {
      Token token = cursor.next();
      if (token.kind() == Token.Kind.TEXT) {
        findings.mention(kind, token);
        values.add(token.text());
      } else if (!token.is(",")) {
        findings.error(
            token, "write each value in double quotes: @%s( \"A\", \"B\" )".formatted(name.text()));
        break;
      }
    }
    return values;
  }
}
