package org.glidepath.decision;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  private static final Pattern PACKAGE = Pattern.compile("rules\\.(\\w+)\\.");

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
   * Decides. A rule that fails, loops or takes too long ends the evaluation: what was concluded and
   * advised before stands, and the decision says that it was stopped.
   *
   * @param facts what is known of the patient and the orders being written
   * @param folders the rule folders that take part
   * @param at the evaluation time, kept with the decision
   */
  public Decision decide(List<Fact> facts, Collection<String> folders, Instant at) {
    return decide(facts, folders, at, new Budget());
  }

  Decision decide(List<Fact> facts, Collection<String> folders, Instant at, Budget budget) {
    Listener listener = new Listener(rulesByName, budget);
    KieSession session = ruleBook.kieBase().newKieSession();
    Optional<DecisionException> stopped = Optional.empty();
    try {
      fire(session, listener, facts, folders);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      stopped = Optional.of(new DecisionException(reason(e, listener), e));
    } finally {
      session.dispose();
    }
    List<Advice> advice =
        Precedence.apply(listener.advice()).stream().sorted(MOST_URGENT_FIRST).toList();
    return new Decision(
        ruleBook.version(), at, List.copyOf(facts), listener.inferred(), advice, stopped);
  }

  /** Why it was stopped, and at which rule. */
  private static String reason(Throwable failure, Listener listener) {
    return causes(failure)
        .filter(Budget.SpentException.class::isInstance)
        .findFirst()
        .map(spent -> spent.getMessage() + " " + listener.working())
        .orElseGet(() -> "a failure " + failing(failure, listener));
  }

  /** Where it failed: Drools tells of a failing constraint only in which package it stands. */
  private static String failing(Throwable failure, Listener listener) {
    return causes(failure)
        .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
        .map(frame -> PACKAGE.matcher(frame.getClassName()))
        .filter(Matcher::lookingAt)
        .findFirst()
        .map(name -> "in a rule of the folder \"" + name.group(1).replace('_', '-') + "\"")
        .orElseGet(listener::working);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
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
      fire(session, new Listener(rulesByName, new Budget()), facts, folders);
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
    session.fireAllRules(match -> takesPart(match.getRule().getName(), folders));
  }

  /** Whether a rule may fire; one of the base that the book does not list never does. */
  private boolean takesPart(String name, Collection<String> folders) {
    Rule rule = rulesByName.get(name);
    return rule != null && folders.contains(rule.folder()) && ruleBook.takesPart(rule);
  }
}
