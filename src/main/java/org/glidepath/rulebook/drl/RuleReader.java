package org.glidepath.rulebook.drl;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;

/** Reads and checks one rule. */
final class RuleReader {

  private static final Pattern NAME =
      Pattern.compile("([A-Z]{2}-\\d{3}|Convention) +([^\\s\"{}][^\"{}]*)");

  private static final Set<String> RECKONING =
      Set.of("+", "-", "*", "/", "add", "subtract", "plus", "minus", "times");

  /** Three times what a rule needs; a number squared thirty times has a milliard digits. */
  private static final int MOST_RECKONING = 12;

  private final SourceFile file;
  private final RuleDescr descr;
  private final Findings findings;

  private RuleReader(SourceFile file, RuleDescr descr, Problems problems) {
    this.file = file;
    this.descr = descr;
    this.findings = new Findings(file, problems);
  }

  static DrlRule read(SourceFile file, RuleDescr descr, Problems problems) {
    return new RuleReader(file, descr, problems).read();
  }

  private DrlRule read() {
    int start = descr.getStartCharacter();
    int endWord = file.text().lastIndexOf("end", descr.getEndCharacter());
    int end = endWord + "end".length();
    String id = id();
    refuseExtras();
    refuseMuchReckoning(start, endWord);
    Annotations annotations = annotations(start, endWord);
    Scope scope = new Scope();
    new Patterns(file, scope, findings, start).check(descr.getLhs());
    warnWithoutCondition();
    Consequence consequence = consequence(scope, end, endWord);
    if (consequence.advises() && id.equals("Convention")) {
      findings.error(
          start, "a rule that gives advice needs an id of its own, as in \"TP-001 Starting pace\"");
    }
    if (annotations.reserve() && id.equals("Convention")) {
      findings.error(
          start,
          "a rule in reserve needs an id of its own to be enabled by, as in \"WR-006 Early dependence\"");
    }
    Rule rule =
        new Rule(
            descr.getName(),
            id,
            file.folder(),
            annotations.evidence(),
            annotations.suppresses(),
            annotations.reserve(),
            consequence.advises(),
            file.name(),
            descr.getLine());
    return new DrlRule(
        rule, file, start, end, consequence.because(), findings.mentions(), findings.sound());
  }

  private Consequence consequence(Scope scope, int end, int endWord) {
    TokenCursor tokens = new TokenCursor(Token.in(file.text(), then(end), endWord), endWord);
    return Consequence.read(tokens, file.text(), scope, findings);
  }

  private Annotations annotations(int start, int end) {
    TokenCursor header = new TokenCursor(Token.in(file.text(), start, end), end);
    Annotations annotations = Annotations.read(header, findings);
    if (annotations.citesNothing()) {
      findings.error(
          start,
          "rule \"%s\" cites no source; add @evidence( \"KEY\" ) with a key of evidence.yaml"
              .formatted(descr.getName()));
    }
    return annotations;
  }

  private String id() {
    Matcher name = NAME.matcher(descr.getName());
    if (name.matches()) {
      return name.group(1);
    }
    findings.error(
        descr.getStartCharacter(),
        "rule \"%s\": a name is an id (two capital letters, a hyphen, three digits) and a title, as in \"TP-001 Starting pace\", or \"Convention\" and a title"
            .formatted(descr.getName()));
    return "";
  }

  /** What DRL knows and this project's rules do without. */
  private void refuseExtras() {
    for (AttributeDescr attribute : descr.getAttributes().values()) {
      findings.error(
          offset(attribute),
          "\"%s\" is not allowed: the order of rules follows from their facts"
              .formatted(attribute.getName()));
    }
    if (descr.getParentName() != null) {
      findings.error(
          descr.getStartCharacter(), "\"extends\" is not allowed; write the patterns out");
    }
    if (!descr.getNamedConsequences().isEmpty()) {
      findings.error(descr.getStartCharacter(), "one \"then\" for each rule; write a second rule");
    }
  }

  private void warnWithoutCondition() {
    if (descr.getLhs() == null || descr.getLhs().getDescrs().isEmpty()) {
      findings.warning(
          Token.in(file.text(), descr.getStartCharacter(), descr.getEndCharacter()).get(0),
          "nothing stands behind \"when\": the rule fires at every call");
    }
  }

  private void refuseMuchReckoning(int start, int end) {
    Token.in(file.text(), start, end).stream()
        .filter(token -> token.kind() != Token.Kind.TEXT && RECKONING.contains(token.text()))
        .skip(MOST_RECKONING)
        .findFirst()
        .ifPresent(
            token ->
                findings.error(
                    token,
                    "a rule reckons at most %d times; write several rules"
                        .formatted(MOST_RECKONING)));
  }

  /** The index after the word {@code then}, which may stand in a text or a comment before. */
  private int then(int end) {
    return Token.in(file.text(), descr.getStartCharacter(), end).stream()
        .filter(token -> token.is("then"))
        .findFirst()
        .map(Token::end)
        .orElse(end);
  }

  /** Where the word of an attribute stands; the parser gives the place of its value. */
  private int offset(AttributeDescr attribute) {
    int start = descr.getStartCharacter();
    int found = file.text().indexOf(attribute.getName(), start + descr.getName().length());
    return found < 0 ? start : found;
  }

  /** The rules of one file, in their order. */
  static List<DrlRule> all(SourceFile file, List<RuleDescr> rules, Problems problems) {
    return rules.stream()
        .filter(rule -> !rule.isQuery())
        .map(rule -> read(file, rule, problems))
        .toList();
  }
}
