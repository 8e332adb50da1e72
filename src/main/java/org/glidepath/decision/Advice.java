package org.glidepath.decision;

import java.util.List;
import java.util.Optional;
import org.glidepath.facts.Fact;
import org.glidepath.facts.Source;
import org.glidepath.rulebook.Rule;

/**
 * What one rule has to say about one set of facts.
 *
 * @param rule the rule that fired
 * @param indicator how urgent it is
 * @param because the facts it named, which its text may refer to
 * @param suppressedBy id of the rule whose advice takes its place; empty where it stands
 */
public record Advice(
    Rule rule, Indicator indicator, List<Fact> because, Optional<String> suppressedBy) {

  /** The resources that the facts came from, each once. */
  public List<String> references() {
    return because.stream()
        .flatMap(fact -> fact.sources().stream())
        .map(Source::reference)
        .distinct()
        .toList();
  }

  Advice suppressedBy(String ruleId) {
    return new Advice(rule, indicator, because, Optional.of(ruleId));
  }
}
