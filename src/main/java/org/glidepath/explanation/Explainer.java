package org.glidepath.explanation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.glidepath.cdshooks.Explanation;
import org.glidepath.decision.Advice;
import org.glidepath.decision.Decision;
import org.glidepath.decision.Inference;
import org.glidepath.explanation.Account.Close;
import org.glidepath.explanation.Account.Concluded;
import org.glidepath.explanation.Account.Given;
import org.glidepath.explanation.Account.Ground;
import org.glidepath.facts.Fact;
import org.glidepath.facts.Occasion;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.condition.KnownFacts;
import org.glidepath.rulebook.condition.LeftSide;
import org.glidepath.rulebook.condition.LeftSides;
import org.glidepath.rulebook.condition.Missing;
import org.glidepath.rulebook.condition.Words;
import org.jspecify.annotations.Nullable;

/** Says why the rules of one book decided as they did, and why they did not decide otherwise. */
public final class Explainer {

  /** How far back a missing conclusion is followed. */
  private static final int DEEPEST = 3;

  private final RuleBook book;
  private final Conditions sides;

  /** The conditions of a book, read when somebody asks for the first time: most never ask. */
  private static final class Conditions {
    private final RuleBook book;
    private @Nullable LeftSides read;

    Conditions(RuleBook book) {
      this.book = book;
    }

    synchronized LeftSides get() {
      if (read == null) {
        read = LeftSides.of(book.sources());
      }
      return read;
    }
  }

  /** An explainer of decisions of this book. */
  public Explainer(RuleBook book) {
    this(book, new Conditions(book));
  }

  private Explainer(RuleBook book, Conditions sides) {
    this.book = book;
    this.sides = sides;
  }

  /** The same with these reserve rules, and no others, switched on. */
  public Explainer enabling(Set<String> ids) {
    return new Explainer(book.enabling(ids), sides);
  }

  /** Version of the rule book. */
  public String ruleBook() {
    return book.version();
  }

  /** The conditions of the rules. */
  public LeftSides conditions() {
    return sides.get();
  }

  /**
   * The whole account of an answer. What came close is left out where another rule book decided.
   */
  public Account account(Explanation why) {
    Decision decision = why.decision();
    boolean same = decision.ruleBookVersion().equals(book.version());
    Map<Fact, Rule> concludedBy =
        decision.inferred().stream()
            .collect(toMap(Inference::fact, Inference::rule, (first, second) -> first));
    return new Account(
        decision.advice().stream().map(advice -> given(advice, why, concludedBy)).toList(),
        decision.inferred().stream()
            .map(
                one ->
                    new Concluded(
                        FactWords.of(one.fact()),
                        one.rule().name(),
                        grounds(one.because(), concludedBy)))
            .toList(),
        same ? close(decision) : List.of(),
        notChecked(why),
        same ? why.notes() : withChange(why.notes(), decision),
        decision.ruleBookVersion(),
        decision.at().toString());
  }

  private List<String> withChange(List<String> notes, Decision decision) {
    String change =
        "the rules have changed since, from rule book %s to %s: what came close cannot be told"
            .formatted(decision.ruleBookVersion(), book.version());
    return Stream.concat(notes.stream(), Stream.of(change)).toList();
  }

  private static List<String> notChecked(Explanation why) {
    Stream<String> stopped =
        why.decision().stopped().stream()
            .map(stop -> "the rules were stopped: " + stop.getMessage());
    Stream<String> gaps = why.notChecked().stream().map(gap -> gap.key() + ": " + gap.reason());
    return Stream.concat(stopped, gaps).toList();
  }

  private Given given(Advice advice, Explanation why, Map<Fact, Rule> concludedBy) {
    Rule rule = advice.rule();
    String outcome =
        advice
            .suppressedBy()
            .map(id -> "suppressed by " + titled(id, why.decision()))
            .orElse(why.shown().contains(advice) ? "shown" : "not shown in this hook");
    return new Given(
        rule.id(),
        rule.title(),
        advice.indicator().code(),
        outcome,
        grounds(advice.because(), concludedBy),
        rule.evidence().stream().map(this::source).toList());
  }

  private static String titled(String id, Decision decision) {
    return decision.advice().stream()
        .map(Advice::rule)
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .map(Rule::name)
        .orElse(id);
  }

  private String source(String key) {
    return Optional.ofNullable(book.evidence().get(key)).map(one -> one.label()).orElse(key);
  }

  private static List<Ground> grounds(List<Fact> facts, Map<Fact, Rule> concludedBy) {
    return facts.stream()
        .distinct()
        .map(
            fact ->
                new Ground(
                    FactWords.of(fact),
                    FactWords.resources(fact),
                    Optional.ofNullable(concludedBy.get(fact)).map(Rule::name).orElse("")))
        .toList();
  }

  /**
   * Rules that would advise and were silent for want of one condition, those of which most held
   * first. A rule that holds but for its only condition has nothing in common with the patient.
   */
  private List<Close> close(Decision decision) {
    KnownFacts known = KnownFacts.of(decision.known());
    Set<String> fired =
        decision.advice().stream().map(advice -> advice.rule().id()).collect(toSet());
    Collection<String> folders = folders(decision);
    Set<String> told = new HashSet<>();
    return book.rules().stream()
        .filter(rule -> rule.advises() && book.takesPart(rule) && folders.contains(rule.folder()))
        .filter(rule -> !fired.contains(rule.id()))
        .flatMap(rule -> near(rule, known).stream())
        .sorted(comparingInt(Near::held).reversed().thenComparing(near -> near.rule().name()))
        .filter(near -> told.add(near.rule().id()))
        .map(Near::told)
        .toList();
  }

  private record Near(Rule rule, Missing missing, int held) {
    Close told() {
      return new Close(
          rule.id(),
          rule.title(),
          missing.condition().words(),
          missing.condition().wanted().map(Words::of).orElse(""),
          missing.seen(),
          missing.condition().place().file() + ":" + missing.condition().place().line());
    }
  }

  private Optional<Near> near(Rule rule, KnownFacts known) {
    return conditions()
        .of(rule.name())
        .filter(side -> side.conditions().size() > 2)
        .flatMap(
            side ->
                side.missing(known).stream()
                    .findFirst()
                    .map(missing -> new Near(rule, missing, side.conditions().size() - 1)));
  }

  /** The rule folders that took part, by the service of the hook that was called. */
  private Collection<String> folders(Decision decision) {
    Set<String> hooks =
        decision.facts().stream()
            .filter(Occasion.class::isInstance)
            .map(fact -> ((Occasion) fact).hook())
            .collect(toSet());
    return book.services().stream()
        .filter(service -> hooks.isEmpty() || hooks.contains(service.hook()))
        .flatMap(service -> service.folders().stream())
        .collect(toSet());
  }

  /**
   * Why a rule gave no advice. Empty where one of that id did, where there is none, or where its
   * conditions cannot be read.
   */
  public Optional<Shortfall> whyNot(String ruleId, Decision decision) {
    List<Rule> rules =
        book.rules().stream().filter(rule -> rule.id().equals(ruleId) && rule.advises()).toList();
    boolean spoke = decision.advice().stream().anyMatch(one -> one.rule().id().equals(ruleId));
    return spoke
        ? Optional.empty()
        : furthest(rules.stream(), KnownFacts.of(decision.known()), DEEPEST);
  }

  private Optional<Shortfall> furthest(Stream<Rule> rules, KnownFacts known, int depth) {
    return rules
        .flatMap(rule -> shortfall(rule, known, depth).stream())
        .max(comparing(shortfall -> shortfall.condition().index()));
  }

  private Optional<Shortfall> shortfall(Rule rule, KnownFacts known, int depth) {
    Optional<LeftSide> side = conditions().of(rule.name());
    return side.flatMap(one -> one.firstFailed(known))
        .map(
            missing ->
                new Shortfall(
                    rule,
                    missing.condition(),
                    missing.seen(),
                    missing.condition().wanted().flatMap(type -> origin(type, known, depth))));
  }

  /** What kept a fact of this kind from being concluded. */
  private Optional<Shortfall> origin(Class<?> type, KnownFacts known, int depth) {
    Stream<Rule> concluding =
        book.rules().stream()
            .filter(book::takesPart)
            .filter(
                rule ->
                    conditions()
                        .of(rule.name())
                        .filter(side -> side.concluded().contains(type))
                        .isPresent());
    return depth == 0 ? Optional.empty() : furthest(concluding, known, depth - 1);
  }
}
