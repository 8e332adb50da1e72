package org.glidepath.rulebook.condition;

import java.util.List;
import java.util.Optional;
import org.glidepath.rulebook.source.Place;

/** A part of a left side. */
sealed interface Element {

  /**
   * A fact of one kind.
   *
   * @param type the kind
   * @param variable the name it is given, with {@code $}
   * @param constraints what has to hold of it
   * @param presence that there is one at all; empty where a condition around it says so, or where
   *     its constraints do
   * @param place where it is written
   */
  record Pattern(
      Class<?> type,
      Optional<String> variable,
      List<Constraint> constraints,
      Optional<Condition> presence,
      Place place)
      implements Element {}

  /**
   * A constraint of a pattern.
   *
   * @param variable the name that {@code bound} is given, with {@code $}
   * @param bound what the variable stands for
   * @param asked what has to hold; empty where it only gives a name
   */
  record Constraint(Optional<String> variable, Expression bound, Optional<Asked> asked) {}

  /**
   * An expression that has to hold.
   *
   * @param condition the same as a condition
   * @param expression the expression
   * @param parts what it joins by {@code &&} or {@code ||}
   */
  record Asked(Condition condition, Expression expression, List<Asked> parts) {}

  /** Several parts that all have to hold. */
  record All(List<Element> parts) implements Element {}

  /** Several parts one of which has to hold. */
  record Any(List<Element> parts, Condition condition) implements Element {}

  /**
   * That something is there, or is not.
   *
   * @param negated whether it must not be there
   */
  record Quantified(boolean negated, Element inner, Condition condition) implements Element {}
}
