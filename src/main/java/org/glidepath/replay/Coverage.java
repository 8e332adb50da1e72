package org.glidepath.replay;

import static java.util.Collections.newSetFromMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.condition.Condition;
import org.glidepath.rulebook.condition.KnownFacts;
import org.glidepath.rulebook.condition.LeftSide;
import org.glidepath.rulebook.condition.LeftSides;
import org.glidepath.rulebook.condition.Tally;
import org.glidepath.rulebook.source.Place;

/**
 * Whether the cases make each rule, and each condition of it, true at least once and false at least
 * once. A condition counts only where all those before it hold; what stands inside of a {@code
 * not}, {@code exists} or {@code or} counts by itself too.
 */
public final class Coverage {

  private final Map<Rule, LeftSide> rules = new LinkedHashMap<>();
  private final Set<Condition> madeTrue = newSetFromMap(new IdentityHashMap<>());
  private final Set<Condition> madeFalse = newSetFromMap(new IdentityHashMap<>());
  private final Set<Rule> fulfilled = new HashSet<>();
  private final Set<Rule> unfulfilled = new HashSet<>();

  /**
   * What no case made of a condition.
   *
   * @param rule the rule
   * @param place where the condition is written
   * @param lack "never true" or "never false"
   * @param what the condition in words
   */
  public record Gap(Rule rule, Place place, String lack, String what) {}

  /**
   * The coverage of a book by no case yet.
   *
   * @param wanted which of its rules count
   */
  public Coverage(RuleBook book, LeftSides sides, Predicate<Rule> wanted) {
    book.rules().stream()
        .filter(wanted)
        .forEach(rule -> sides.of(rule.name()).ifPresent(side -> rules.put(rule, side)));
  }

  /** Counts what the facts of one result make true and false. */
  public void add(Result result) {
    result
        .answer()
        .flatMap(answer -> answer.explanation())
        .ifPresent(why -> add(KnownFacts.of(why.decision().known())));
  }

  private void add(KnownFacts known) {
    rules.forEach(
        (rule, side) -> {
          Tally tally = side.ask(known);
          (tally.fulfilled() ? fulfilled : unfulfilled).add(rule);
          conditions(side)
              .forEach(
                  condition -> {
                    if (tally.held(condition) > 0) {
                      madeTrue.add(condition);
                    }
                    if (tally.failed(condition) > 0) {
                      madeFalse.add(condition);
                    }
                  });
        });
  }

  /** How many conditions there are. */
  public int conditions() {
    return (int) rules.values().stream().flatMap(Coverage::conditions).count();
  }

  /** How many conditions are true in one case and false in another. */
  public long covered() {
    return rules.values().stream()
        .flatMap(Coverage::conditions)
        .filter(condition -> madeTrue.contains(condition) && madeFalse.contains(condition))
        .count();
  }

  /** The conditions of a rule, with those inside of others. */
  private static Stream<Condition> conditions(LeftSide side) {
    return side.conditions().stream().flatMap(Condition::all);
  }

  /** How many rules there are. */
  public int rules() {
    return rules.size();
  }

  /** How many rules hold in one case and do not in another. */
  public long coveredRules() {
    return rules.keySet().stream()
        .filter(rule -> fulfilled.contains(rule) && unfulfilled.contains(rule))
        .count();
  }

  /**
   * What is not covered, in the order of files and lines. What is never asked is not named: what
   * stands before it is never true.
   */
  public List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    rules.forEach((rule, side) -> gaps(rule, side, gaps));
    return gaps;
  }

  private void gaps(Rule rule, LeftSide side, List<Gap> gaps) {
    for (Condition condition : side.conditions()) {
      condition.all().filter(this::asked).forEach(one -> gap(rule, one).ifPresent(gaps::add));
      if (!madeTrue.contains(condition)) {
        return;
      }
    }
    if (!fulfilled.contains(rule)) {
      gaps.add(
          new Gap(rule, side.conditions().get(0).place(), "never true", "all conditions together"));
    }
  }

  private boolean asked(Condition condition) {
    return madeTrue.contains(condition) || madeFalse.contains(condition);
  }

  private Optional<Gap> gap(Rule rule, Condition condition) {
    boolean never = !madeTrue.contains(condition);
    return never || !madeFalse.contains(condition)
        ? Optional.of(
            new Gap(
                rule, condition.place(), never ? "never true" : "never false", condition.words()))
        : Optional.empty();
  }
}
