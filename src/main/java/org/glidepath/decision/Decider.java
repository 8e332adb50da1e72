package org.glidepath.decision;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glidepath.facts.Fact;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.RuleBook;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.MatchCreatedEvent;
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

  /**
   * The names of all rules in the base whose conditions these facts fulfil, at the end or on the
   * way: those that fire, and those that take no part.
   */
  public Set<String> matched(List<Fact> facts, Collection<String> folders) {
    Set<String> matched = new HashSet<>();
    KieSession session = ruleBook.kieBase().newKieSession();
    try {
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void matchCreated(MatchCreatedEvent event) {
              matched.add(event.getMatch().getRule().getName());
            }
          });
      fire(session, new Listener(rulesByName), facts, folders);
      return matched;
    } finally {
      session.dispose();
    }
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
        session.fireAllRules(match -> takesPart(match.getRule().getName(), folders), MOST_FIRINGS);
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

  /** Whether a rule may fire; one of the base that the book does not list never does. */
  private boolean takesPart(String name, Collection<String> folders) {
    Rule rule = rulesByName.get(name);
    return rule != null && folders.contains(rule.folder()) && ruleBook.takesPart(rule);
  }
}
