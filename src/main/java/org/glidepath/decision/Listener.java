package org.glidepath.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.glidepath.facts.Advise;
import org.glidepath.facts.Fact;
import org.glidepath.rulebook.Rule;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;

/** Hears what the rules of one session say and conclude. */
final class Listener extends DefaultAgendaEventListener
    implements AgendaEventListener, RuleRuntimeEventListener, Advise {

  private final Map<String, Rule> rulesByName;
  private final List<Advice> advice = new ArrayList<>();
  private final Map<Fact, Inference> inferred = new LinkedHashMap<>();
  private @Nullable Rule firing;

  Listener(Map<String, Rule> rulesByName) {
    this.rulesByName = rulesByName;
  }

  List<Advice> advice() {
    return advice;
  }

  List<Inference> inferred() {
    return List.copyOf(inferred.values());
  }

  /** Title of the rule that is firing, for the message when it fails. */
  String firingName() {
    return firing == null ? "(no rule has fired)" : firing.name();
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    firing = rulesByName.get(event.getMatch().getRule().getName());
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    if (event.getRule() != null && event.getObject() instanceof Fact fact) {
      Rule rule = Objects.requireNonNull(rulesByName.get(event.getRule().getName()));
      inferred.put(fact, new Inference(fact, rule));
    }
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
