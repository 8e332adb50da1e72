package org.glidepath.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.phreak.RuleAgendaItem;
import org.glidepath.facts.Advise;
import org.glidepath.facts.Fact;
import org.glidepath.rulebook.Rule;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.MatchCreatedEvent;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.rule.Match;

/** Hears what the rules of one session say and conclude. */
final class Listener extends DefaultAgendaEventListener
    implements AgendaEventListener, RuleRuntimeEventListener, Advise {

  private final Map<String, Rule> rulesByName;
  private final List<Advice> advice = new ArrayList<>();
  private final Map<Fact, Inference> inferred = new LinkedHashMap<>();
  private final Budget budget;
  private @Nullable Rule firing;
  private @Nullable String combining;
  private @Nullable Match match;

  Listener(Map<String, Rule> rulesByName, Budget budget) {
    this.rulesByName = rulesByName;
    this.budget = budget;
  }

  List<Advice> advice() {
    return advice;
  }

  List<Inference> inferred() {
    return List.copyOf(inferred.values());
  }

  /** The rule at work, for the message when the evaluation is stopped. */
  String working() {
    if (combining != null) {
      return "while the left side of rule \"" + combining + "\" was matched";
    }
    return firing == null ? "before any rule fired" : "at rule \"" + firing.name() + "\"";
  }

  /** A join of the session keeps one more combination of facts. */
  void combining(ReteEvaluator session) {
    spend(session, budget::combine);
  }

  /** A node of the session has compared many facts, whether they fit or not. */
  void comparing(ReteEvaluator session) {
    spend(session, budget::checkTime);
  }

  private void spend(ReteEvaluator session, Runnable expense) {
    try {
      expense.run();
    } catch (Budget.SpentException e) {
      RuleAgendaItem next = session.getActivationsManager().peekNextRule();
      combining = next == null ? null : next.getRule().getName();
      throw e;
    }
  }

  @Override
  public void matchCreated(MatchCreatedEvent event) {
    budget.combine();
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    match = event.getMatch();
    firing = rulesByName.get(match.getRule().getName());
    budget.fire();
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    if (event.getRule() != null && event.getObject() instanceof Fact fact) {
      Rule rule = Objects.requireNonNull(rulesByName.get(event.getRule().getName()));
      budget.conclude(Size.of(fact));
      inferred.put(fact, new Inference(fact, rule, matched()));
    }
  }

  private List<Fact> matched() {
    return match == null
        ? List.of()
        : match.getObjects().stream().filter(Fact.class::isInstance).map(Fact.class::cast).toList();
  }

  @Override
  public void objectDeleted(ObjectDeletedEvent event) {
    inferred.remove(event.getOldObject());
  }

  @Override
  public void objectUpdated(ObjectUpdatedEvent event) {
    // facts never change
  }

  @Override
  public void critical(Fact... because) {
    say(Indicator.CRITICAL, because);
  }

  @Override
  public void warning(Fact... because) {
    say(Indicator.WARNING, because);
  }

  @Override
  public void info(Fact... because) {
    say(Indicator.INFO, because);
  }

  private void say(Indicator indicator, Fact... because) {
    advice.add(
        new Advice(Objects.requireNonNull(firing), indicator, List.of(because), Optional.empty()));
  }
}
