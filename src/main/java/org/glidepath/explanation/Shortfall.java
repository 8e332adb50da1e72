package org.glidepath.explanation;

import java.util.List;
import java.util.Optional;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.condition.Condition;

/**
 * What a rule lacked.
 *
 * @param rule the rule, or of several with one id that which came furthest
 * @param condition its first condition that did not hold
 * @param seen what was there instead, as phrases
 * @param because where the condition is that something has been concluded: what the rule that came
 *     closest to concluding it lacked
 */
public record Shortfall(
    Rule rule, Condition condition, List<String> seen, Optional<Shortfall> because) {

  /** All of it in one line. */
  public String sentence() {
    String instead = seen.isEmpty() ? "" : "; seen: " + String.join("; ", seen);
    String deeper = because.map(one -> ". It would have come from " + one.sentence()).orElse("");
    return "\"%s\", which lacks \"%s\" (%s:%d)%s%s"
        .formatted(
            rule.name(),
            condition.words(),
            condition.place().file(),
            condition.place().line(),
            instead,
            deeper);
  }
}
