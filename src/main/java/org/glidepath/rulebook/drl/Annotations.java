package org.glidepath.rulebook.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.SourceFile;

/**
 * What a rule says of itself between its name and {@code when}.
 *
 * @param evidence keys of {@code evidence.yaml}
 * @param suppresses ids of rules, or folders, whose advice its own replaces
 */
record Annotations(List<String> evidence, List<String> suppresses) {

  private static final Set<String> KNOWN = Set.of("evidence", "suppresses");

  static Annotations read(SourceFile file, RuleDescr descr, Findings findings) {
    List<String> evidence = new ArrayList<>();
    List<String> suppresses = new ArrayList<>();
    for (AnnotationDescr annotation : descr.getAnnotations()) {
      int offset = file.offsetOf(file.at(annotation.getLine(), annotation.getColumn() + 1));
      String name = annotation.getName();
      if (!KNOWN.contains(name)) {
        findings.error(
            offset,
            "unknown annotation \"@%s\"; known are @evidence and @suppresses.%s"
                .formatted(name, Hints.maybe(name, KNOWN)));
      } else if (name.equals("evidence")) {
        evidence.addAll(values(file, offset, Mention.Kind.EVIDENCE, findings));
      } else {
        suppresses.addAll(values(file, offset, Mention.Kind.SUPPRESSED, findings));
      }
    }
    if (evidence.isEmpty()) {
      findings.error(
          descr.getStartCharacter(),
          "rule \"%s\" cites no source; add @evidence( \"KEY\" ) with a key of evidence.yaml"
              .formatted(descr.getName()));
    }
    return new Annotations(List.copyOf(evidence), List.copyOf(suppresses));
  }

  /** The texts between the brackets; Drools itself would hand them over as one. */
  private static List<String> values(
      SourceFile file, int offset, Mention.Kind kind, Findings findings) {
    List<String> values = new ArrayList<>();
    TokenCursor cursor =
        new TokenCursor(
            Token.in(file.text(), offset, closing(file.text(), offset)), file.text().length());
    cursor.next();
    Token name = cursor.next();
    cursor.next();
    while (!cursor.done()) {
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

  private static int closing(String text, int offset) {
    int end = text.indexOf(')', offset);
    return end < 0 ? text.length() : end;
  }
}
