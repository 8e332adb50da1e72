package org.glidepath.rulebook.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The left side of one rule, and what the rule concludes from it.
 *
 * @param elements its parts, all of which have to hold
 * @param conditions its conditions, in the order in which they are written
 * @param matched the kinds of facts that it speaks of
 * @param concluded the kinds of facts that the rule concludes; empty where it gives advice
 */
public record LeftSide(
    List<Element> elements,
    List<Condition> conditions,
    Set<Class<?>> matched,
    Set<Class<?>> concluded) {

  /** How many conditions there are, with those inside of others. */
  int asked() {
    return conditions.stream().mapToInt(condition -> (int) condition.all().count()).sum();
  }

  /** Whether these facts fulfil it. */
  public boolean holds(KnownFacts facts) {
    return Search.any(facts, Tally.of(this), Optional.empty()).run(elements);
  }

  /** What these facts made of each condition. */
  public Tally ask(KnownFacts facts) {
    Tally tally = Tally.of(this);
    Search.all(facts, tally).run(elements);
    return tally;
  }

  /**
   * The conditions each of which is the only one that is missing: with that one granted, the rule
   * holds. Empty where it holds as it is, or lacks more than one.
   */
  public List<Missing> missing(KnownFacts facts) {
    Tally tally = ask(facts);
    if (tally.fulfilled()) {
      return List.of();
    }
    List<Missing> missing = new ArrayList<>();
    for (Condition condition : conditions) {
      if (tally.failed(condition) > 0) {
        Tally granted = Tally.of(this);
        if (Search.any(facts, granted, Optional.of(condition)).run(elements)) {
          missing.add(new Missing(condition, granted.seen(condition)));
        }
      }
    }
    return missing;
  }

  /**
   * The first condition that no fact fulfils together with those before it; empty where it holds.
   */
  public Optional<Missing> firstFailed(KnownFacts facts) {
    Tally tally = ask(facts);
    return tally.fulfilled()
        ? Optional.empty()
        : conditions.stream()
            .filter(condition -> tally.held(condition) == 0)
            .findFirst()
            .map(condition -> new Missing(condition, tally.seen(condition)));
  }
}
