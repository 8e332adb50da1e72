package org.glidepath.rulebook.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.glidepath.facts.Fact;
import org.glidepath.rulebook.CardVariables;
import org.glidepath.rulebook.CardVariables.Variable;
import org.glidepath.rulebook.drl.DrlRule;
import org.glidepath.rulebook.drl.Vocabulary;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.Node;
import org.glidepath.rulebook.source.Problems;

/** Checks cards and rules against each other. */
public final class CardCheck {

  /** CDS Hooks: a summary has fewer than 140 characters. */
  private static final int SUMMARY_LIMIT = 140;

  private final Cards cards;
  private final Problems problems;

  private CardCheck(Cards cards, Problems problems) {
    this.cards = cards;
    this.problems = problems;
  }

  /** Every advice has a card, every card an advice, every variable of a card a fact. */
  public static void check(Cards cards, List<DrlRule> rules, Problems problems) {
    new CardCheck(cards, problems).check(rules.stream().filter(r -> r.rule().advises()).toList());
  }

  private void check(List<DrlRule> advice) {
    Map<String, Card> byId = new TreeMap<>();
    for (Card card : cards.all()) {
      Card other = byId.putIfAbsent(card.id(), card);
      if (other != null) {
        problems.error(
            card.file().start(),
            "a card for %s exists already: %s".formatted(card.id(), other.file().shown()));
      }
      List<DrlRule> speakers =
          advice.stream().filter(rule -> rule.rule().id().equals(card.id())).toList();
      if (!speakers.isEmpty()) {
        checkVariables(card, speakers);
      } else if (!refusedBeside(card)) {
        problems.error(
            card.file().start(),
            "no rule with the id %1$s gives advice; write it in a file %2$s/<name>.drl, or remove this card text"
                .formatted(card.id(), card.file().folder()));
      }
    }
    cards.all().forEach(card -> card.partOf().ifPresent(id -> checkPartOf(card, id, byId)));
    Map<String, DrlRule> first = new TreeMap<>();
    for (DrlRule rule : advice) {
      DrlRule other = first.putIfAbsent(rule.rule().id(), rule);
      if (other == null || other.rule().folder().equals(rule.rule().folder())) {
        checkCard(rule, Optional.ofNullable(byId.get(rule.rule().id())));
      } else if (!rule.rule().id().isEmpty()) {
        problems.error(
            rule.file().at(rule.start()),
            "%s is the id of rule \"%s\" in another folder (%s:%d); take another id"
                .formatted(
                    rule.rule().id(),
                    other.rule().name(),
                    other.file().shown(),
                    other.rule().line()));
      }
    }
  }

  /** Whether the rule may be one that could not be read: that has been told already. */
  private boolean refusedBeside(Card card) {
    String shown = card.file().shown();
    String folder = shown.substring(0, shown.length() - card.file().fileName().length());
    return problems.any(folder, ".drl");
  }

  private void checkPartOf(Card card, Node partOf, Map<String, Card> byId) {
    Card whole = byId.get(partOf.text());
    if (whole == null) {
      problems.error(
          partOf.place(),
          "no card \"%s\" to be part of.%s"
              .formatted(partOf.text(), Hints.maybe(partOf.text(), byId.keySet())));
    } else if (whole.id().equals(card.id()) || whole.partOf().isPresent()) {
      problems.error(
          partOf.place(), "%s has no card of its own to be part of".formatted(partOf.text()));
    }
  }

  private void checkCard(DrlRule rule, Optional<Card> card) {
    String id = rule.rule().id();
    if (id.isEmpty() || id.equals("Convention")) {
      return;
    }
    String expected = rule.rule().folder() + "/" + id + ".en.yaml";
    if (card.isEmpty()) {
      problems.error(
          rule.file().at(rule.start()),
          "rule \"%s\" gives advice, but its card text %s is missing"
              .formatted(rule.rule().name(), expected));
    } else if (!card.get().file().name().equals(expected)) {
      problems.error(
          card.get().file().start(),
          "the card text of %s belongs beside its rule: %s".formatted(id, expected));
    }
  }

  private void checkVariables(Card card, List<DrlRule> speakers) {
    if (speakers.stream().anyMatch(rule -> rule.because().contains(Object.class))) {
      return;
    }
    Map<String, Variable> variables = variables(speakers);
    UnaryOperator<String> why = name -> lacking(speakers, name);
    for (Card.Scoped scoped : card.templates()) {
      new TemplateCheck(variables, why, cards.phrases(), problems)
          .check(Template.of(scoped.template()), scoped.sections());
    }
    card.summary().ifPresent(summary -> checkSummary(summary, variables, speakers));
    card.onlyWith().forEach(name -> checkName(name, "onlyWith", variables));
    card.targets().forEach(name -> checkTarget(name, variables));
  }

  private void checkSummary(Node summary, Map<String, Variable> variables, List<DrlRule> speakers) {
    Template template = Template.of(summary);
    int length =
        new TemplateCheck(variables, name -> lacking(speakers, name), cards.phrases(), problems)
            .check(template);
    int usual =
        speakers.stream().mapToInt(rule -> usualLength(template, rule)).max().orElse(length);
    if (length >= SUMMARY_LIMIT) {
      problems.error(
          summary.place(),
          "the summary has %d characters before anything is filled in; fewer than %d are shown"
              .formatted(length, SUMMARY_LIMIT));
    } else if (usual >= SUMMARY_LIMIT) {
      problems.warning(
          summary.place(),
          "filled in, the summary can have %d characters; fewer than %d are shown, the rest is cut off"
              .formatted(usual, SUMMARY_LIMIT));
    }
  }

  /** The length when one of its rules speaks: what is about the facts of others is left out. */
  private int usualLength(Template template, DrlRule speaker) {
    TemplateCheck check =
        new TemplateCheck(variables(List.of(speaker)), name -> "", cards.phrases(), new Problems());
    check.check(template);
    return check.usualLength();
  }

  /** Names the rule that does not give a variable which another rule of the same id gives. */
  private static String lacking(List<DrlRule> speakers, String name) {
    if (speakers.stream().noneMatch(rule -> gives(rule, name))) {
      return "";
    }
    return speakers.stream()
        .filter(rule -> !gives(rule, name))
        .findFirst()
        .map(
            rule ->
                ": rule \"%s\" (%s:%d), which has the same id, does not give it"
                    .formatted(rule.rule().name(), rule.file().shown(), rule.rule().line()))
        .orElse("");
  }

  private static boolean gives(DrlRule rule, String name) {
    return certain(CardVariables.available(rule.because(), Vocabulary.types()), name);
  }

  private void checkName(Node name, String member, Map<String, Variable> variables) {
    if (!variables.containsKey(name.text())) {
      problems.error(
          name.place(),
          "%s names the unknown variable \"%s\". %s.%s"
              .formatted(
                  member,
                  name.text(),
                  list(variables),
                  Hints.maybe(name.text(), variables.keySet())));
    }
  }

  private void checkTarget(Node name, Map<String, Variable> variables) {
    checkName(name, "target", variables);
    Variable variable = variables.get(name.text());
    if (variable != null && !Fact.class.isAssignableFrom(variable.type())) {
      problems.error(
          name.place(), "target \"%s\" is no fact, so it has no resource".formatted(name.text()));
    }
  }

  /** The variables of a card that several rules may cause: certain where each of them has it. */
  private static Map<String, Variable> variables(List<DrlRule> speakers) {
    List<Map<String, Variable>> each = new ArrayList<>();
    for (DrlRule rule : speakers) {
      each.add(CardVariables.available(rule.because(), Vocabulary.types()));
    }
    Map<String, Variable> all = new TreeMap<>();
    for (Map<String, Variable> one : each) {
      one.forEach(
          (name, variable) ->
              all.putIfAbsent(
                  name,
                  new Variable(
                      variable.type(), each.stream().allMatch(other -> certain(other, name)))));
    }
    all.put("patient", new Variable(String.class, true));
    all.put("today", new Variable(String.class, true));
    return all;
  }

  /** The variables as a message lists them. */
  static String list(Map<String, Variable> variables) {
    return "Variables: %s; where known: %s"
        .formatted(names(variables, true), names(variables, false));
  }

  private static String names(Map<String, Variable> variables, boolean certain) {
    return Hints.list(
        variables.entrySet().stream()
            .filter(entry -> entry.getValue().certain() == certain)
            .map(Map.Entry::getKey)
            .toList());
  }

  private static boolean certain(Map<String, Variable> variables, String name) {
    Variable variable = variables.get(name);
    return variable != null && variable.certain();
  }
}
