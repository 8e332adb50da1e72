package org.glidepath.rulebook.condition;

import java.util.List;
import java.util.Optional;

/** A part of a left side. */
sealed interface Element {

  /**
   * A fact of one kind.
   *
   * @param type the kind
   * @param variable the name it is given, with {@code $}
   * @param constraints what has to hold of it
   * @param presence that there is one at all; empty inside of a {@code not}, {@code exists} or
   *     {@code or}, which counts as one condition
   */
  record Pattern(
      Class<?> type,
      Optional<String> variable,
      List<Constraint> constraints,
      Optional<Condition> presence)
      implements Element {}

  /**
   * A constraint of a pattern.
   *
   * @param variable the name that {@code bound} is given, with {@code $}
   * @param bound what the variable stands for
   * @param expression what has to hold; empty where it only gives a name
   * @param condition the same as a condition; empty as for a pattern's presence
   */
  record Constraint(
      Optional<String> variable,
      Expression bound,
      Optional<Expression> expression,
      Optional<Condition> condition) {}

  /** Several parts that all have to hold. */
  record All(List<Element> parts) implements Element {}

  /** Several parts one of which has to hold; one condition as a whole. */
  record Any(List<Element> parts, Optional<Condition> condition) implements Element {}

  /**
   * That something is there, or is not.
   *
   * @param negated whether it must not be there
   */
  record Quantified(boolean negated, Element inner, Optional<Condition> condition)
      implements Element {}
}
