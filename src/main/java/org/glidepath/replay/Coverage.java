package org.glidepath.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
 * once. A condition counts only where all those before it hold.
 */
public final class Coverage {

  private final Map<Rule, LeftSide> rules = new LinkedHashMap<>();
  private final Set<Condition> madeTrue = new HashSet<>();
  private final Set<Condition> madeFalse = new HashSet<>();
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
          for (Condition condition : side.conditions()) {
            if (tally.held(condition) > 0) {
              madeTrue.add(condition);
            }
            if (tally.failed(condition) > 0) {
              madeFalse.add(condition);
            }
          }
        });
  }

  /** How many conditions there are. */
  public int conditions() {
    return rules.values().stream().mapToInt(side -> side.conditions().size()).sum();
  }

  /** How many conditions are true in one case and false in another. */
  public long covered() {
    return rules.values().stream()
        .flatMap(side -> side.conditions().stream())
        .filter(condition -> madeTrue.contains(condition) && madeFalse.contains(condition))
        .count();
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
   * What is not covered, in the order of files and lines. Of the conditions that are never true
   * only the first of each rule is named: those after it are never asked.
   */
  public List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    rules.forEach((rule, side) -> gaps(rule, side, gaps));
    return gaps;
  }

  private void gaps(Rule rule, LeftSide side, List<Gap> gaps) {
    for (Condition condition : side.conditions()) {
      Place place = condition.place();
      if (!madeTrue.contains(condition)) {
        gaps.add(new Gap(rule, place, "never true", condition.words()));
        return;
      }
      if (!madeFalse.contains(condition)) {
        gaps.add(new Gap(rule, place, "never false", condition.words()));
      }
    }
    if (!fulfilled.contains(rule)) {
      gaps.add(
          new Gap(rule, side.conditions().get(0).place(), "never true", "all conditions together"));
    }
  }
}
