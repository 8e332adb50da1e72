package org.glidepath.rulebook.condition;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glidepath.facts.NotChecked;
import org.glidepath.facts.Occasion;
import org.glidepath.rulebook.condition.Element.Asked;
import org.glidepath.rulebook.condition.Element.Pattern;
import org.glidepath.rulebook.condition.Expression.Comparison;
import org.glidepath.rulebook.condition.Expression.Literal;
import org.glidepath.rulebook.condition.Expression.Path;
import org.glidepath.rulebook.drl.Vocabulary;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.Place;

/** Who makes the facts of which it is known, before there is a patient, what they can be. */
final class Makers {

  /** More values help nobody to find the one that was meant. */
  private static final int MOST_VALUES = 12;

  private final Map<String, Conclusion> byRule;
  private final List<Conclusion> ofEachCall = new ArrayList<>();

  /**
   * The makers.
   *
   * @param hooks the hooks that a call can have
   * @param keys the prefetch keys that may not be answered
   */
  Makers(LeftSides sides, Collection<String> hooks, List<String> keys) {
    byRule = new HashMap<>(sides.concluded());
    ofEachCall.addAll(Conclusion.each(Occasion.class, "hook", List.copyOf(hooks)));
    ofEachCall.addAll(Conclusion.each(NotChecked.class, "key", keys));
  }

  /** Takes away a rule that never fires. */
  void without(String rule) {
    byRule.remove(rule);
  }

  /** Whether every call has a fact that fulfils this. */
  boolean always(Pattern pattern) {
    return pattern.type() == Occasion.class
        && pattern.constraints().stream().allMatch(one -> one.asked().isEmpty());
  }

  /**
   * What is missing.
   *
   * @param place where it is asked for
   * @param what what nobody makes
   * @param hint what there is instead; empty, or what comes after the sentence
   */
  record Lack(Place place, String what, String hint) {}

  /** What keeps a pattern from matching any fact whatsoever; empty where something may match. */
  Optional<Lack> lack(Pattern pattern) {
    List<Conclusion> made = made(pattern.type());
    boolean open = !Vocabulary.concluded(pattern.type()) && made.isEmpty();
    if (open || made.stream().anyMatch(fact -> fact.mayFulfil(pattern))) {
      return Optional.empty();
    }
    String name = pattern.type().getSimpleName();
    if (made.isEmpty()) {
      return Optional.of(
          new Lack(
              pattern.place(),
              "no rule that can fire concludes %s".formatted(name),
              "; it takes a rule with insertLogical( new %s( ... ) )".formatted(name)));
    }
    return Optional.of(
        pattern.constraints().stream()
            .flatMap(constraint -> constraint.asked().stream())
            .filter(asked -> made.stream().noneMatch(fact -> fact.mayFulfil(asked)))
            .findFirst()
            .map(
                asked ->
                    new Lack(
                        asked.condition().place(),
                        never(pattern, asked.condition().drl()),
                        hint(asked, made)))
            .orElseGet(() -> new Lack(pattern.place(), never(pattern, "all of this"), "")));
  }

  private static String never(Pattern pattern, String what) {
    String who =
        Vocabulary.concluded(pattern.type())
            ? "no rule concludes %s with %s"
            : "there is never %s with %s";
    return who.formatted(pattern.type().getSimpleName(), what);
  }

  private List<Conclusion> made(Class<?> type) {
    List<Conclusion> made = new ArrayList<>(ofEachCall);
    made.addAll(byRule.values());
    return made.stream().filter(fact -> fact.type().equals(type)).toList();
  }

  /** The values that the field has which was asked for, and the one that may have been meant. */
  private static String hint(Asked asked, List<Conclusion> made) {
    if (!(asked.expression() instanceof Comparison comparison
        && comparison.left() instanceof Path path
        && comparison.right() instanceof Literal literal)) {
      return "";
    }
    List<String> values =
        made.stream()
            .flatMap(fact -> Optional.ofNullable(fact.fields().get(path.name())).stream())
            .map(Object::toString)
            .distinct()
            .sorted()
            .toList();
    String listed = values.stream().limit(MOST_VALUES).collect(joining("\", \"", "\"", "\""));
    return values.isEmpty()
        ? ""
        : ". Values: %s%s.%s"
            .formatted(
                listed,
                values.size() > MOST_VALUES ? " and others" : "",
                Hints.maybe(String.valueOf(literal.of()), values));
  }
}
