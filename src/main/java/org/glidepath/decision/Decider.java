package org.glidepath.decision;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.glidepath.facts.Fact;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.RuleBook;
import org.kie.api.runtime.KieSession;

/**
 * Fires the rules of one rule book over the facts of one patient. Safe for use by several threads:
 * each call has its own session.
 */
public final class Decider {

  /** More firings than any patient can cause; a rule book that loops stops here. */
  private static final int MOST_FIRINGS = 10_000;

  private static final Comparator<Advice> MOST_URGENT_FIRST =
      comparing(Advice::indicator)
          .reversed()
          .thenComparing(advice -> advice.rule().id())
          .thenComparing(advice -> advice.references().toString())
          .thenComparing(advice -> advice.rule().name());

  private final RuleBook ruleBook;
  private final Map<String, Rule> rulesByName;
  private final boolean speaks;

  /** A decider with the rules of this book. */
  public Decider(RuleBook ruleBook) {
    this.ruleBook = ruleBook;
    this.rulesByName =
        ruleBook.rules().stream().collect(toUnmodifiableMap(Rule::name, rule -> rule));
    this.speaks = ruleBook.rules().stream().anyMatch(Rule::advises);
  }

  /**
   * Decides.
   *
   * @param facts what is known of the patient and the orders being written
   * @param folders the rule folders that take part
   * @param at the evaluation time, kept with the decision
   * @throws DecisionException when a rule fails or the rules do not come to rest
   */
  public Decision decide(List<Fact> facts, Collection<String> folders, Instant at) {
    Listener listener = new Listener(rulesByName);
    KieSession session = ruleBook.kieBase().newKieSession();
    try {
      fire(session, listener, facts, folders);
    } catch (DecisionException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new DecisionException(
          "rule \"" + listener.firingName() + "\" or one after it failed", e);
    } finally {
      session.dispose();
    }
    List<Advice> advice =
        Precedence.apply(listener.advice()).stream().sorted(MOST_URGENT_FIRST).toList();
    return new Decision(ruleBook.version(), at, List.copyOf(facts), listener.inferred(), advice);
  }

  private void fire(
      KieSession session, Listener listener, List<Fact> facts, Collection<String> folders) {
    session.addEventListener((org.kie.api.event.rule.AgendaEventListener) listener);
    session.addEventListener((org.kie.api.event.rule.RuleRuntimeEventListener) listener);
    if (speaks) {
      session.setGlobal("advise", listener);
    }
    facts.forEach(session::insert);
    int fired =
        session.fireAllRules(
            match -> takesPart(rule(match.getRule().getName()), folders), MOST_FIRINGS);
    if (fired >= MOST_FIRINGS) {
      throw new DecisionException(
          "the rules did not come to rest after "
              + MOST_FIRINGS
              + " firings; the last was \""
              + listener.firingName()
              + "\"",
          new IllegalStateException());
    }
  }

  private boolean takesPart(Rule rule, Collection<String> folders) {
    return folders.contains(rule.folder()) && ruleBook.takesPart(rule);
  }

  private Rule rule(String name) {
    return Objects.requireNonNull(rulesByName.get(name));
  }
}
