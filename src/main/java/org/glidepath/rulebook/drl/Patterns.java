package org.glidepath.rulebook.drl;

import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.glidepath.rulebook.drl.Expressions.Unreadable;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.SourceFile;

/** Checks the left side of a rule: patterns joined by and, or, not, exists, forall. */
final class Patterns {

  private final SourceFile file;
  private final Scope scope;
  private final Findings findings;
  private final int ruleStart;

  Patterns(SourceFile file, Scope scope, Findings findings, int ruleStart) {
    this.ruleStart = ruleStart;
    this.file = file;
    this.scope = scope;
    this.findings = findings;
  }

  void check(BaseDescr descr) {
    if (descr instanceof PatternDescr pattern) {
      pattern(pattern);
    } else if (descr instanceof AndDescr || descr instanceof OrDescr) {
      parts(descr);
    } else if (descr instanceof NotDescr
        || descr instanceof ExistsDescr
        || descr instanceof ForallDescr) {
      scope.within(() -> parts(descr));
    } else if (descr instanceof EvalDescr) {
      findings.error(offset(descr), "\"eval\" is not allowed; write a constraint of a pattern");
    } else {
      findings.error(
          offset(descr), "only patterns, and, or, not, exists and forall are allowed here");
    }
  }

  private void parts(BaseDescr descr) {
    ((ConditionalElementDescr) descr).getDescrs().forEach(part -> check((BaseDescr) part));
  }

  private void pattern(PatternDescr pattern) {
    int offset = offset(pattern);
    if (pattern.getSource() != null || !pattern.getBehaviors().isEmpty()) {
      findings.error(
          offset, "\"from\", \"accumulate\" and windows are not allowed; match a fact instead");
      return;
    }
    if (!pattern.getAnnotations().isEmpty() || pattern.isUnification() || pattern.isQuery()) {
      findings.error(
          offset,
          "annotations and \":=\" are not allowed in a pattern; match a fact, nothing else");
      return;
    }
    Optional<Class<?>> fact = Vocabulary.named(pattern.getObjectType()).filter(Vocabulary::fact);
    if (fact.isEmpty()) {
      findings.error(
          Math.max(offset, file.text().indexOf(pattern.getObjectType(), offset)),
          "unknown fact \"%s\".%s"
              .formatted(
                  pattern.getObjectType(),
                  Hints.maybe(pattern.getObjectType(), Vocabulary.factNames())));
      if (pattern.getIdentifier() != null) {
        scope.declare(pattern.getIdentifier(), Fields.UNKNOWN);
      }
      return;
    }
    if (pattern.getIdentifier() != null) {
      scope.declare(pattern.getIdentifier(), fact.get());
    }
    scope.enter(fact.get());
    Contradictions contradictions = new Contradictions(findings);
    pattern
        .getConstraint()
        .getDescrs()
        .forEach(part -> constraint((BaseDescr) part, contradictions));
    scope.leave();
  }

  private void constraint(BaseDescr constraint, Contradictions contradictions) {
    int start = offset(constraint);
    int end = constraint.getEndCharacter() + 1;
    List<Token> tokens = Token.in(file.text(), start, end);
    TokenCursor cursor = new TokenCursor(tokens, end);
    try {
      new Expressions(cursor, file.text(), scope, findings).constraint();
      contradictions.add(tokens);
    } catch (Unreadable e) {
      // the problem has been noted; the other constraints are checked all the same
    }
  }

  private int offset(BaseDescr descr) {
    return Math.max(ruleStart, descr.getStartCharacter());
  }
}
