package org.glidepath.rulebook.condition;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.glidepath.rulebook.condition.Element.Asked;
import org.glidepath.rulebook.condition.Element.Pattern;

/**
 * A fact as far as it is known before there is a patient: a rule that makes it says what some of
 * its fields are.
 *
 * @param type the kind of fact
 * @param fields what is known of it
 */
record Conclusion(Class<?> type, Map<String, Object> fields) {

  /** Whether a pattern may match it; false only where what is known of it excludes that. */
  boolean mayFulfil(Pattern pattern) {
    return pattern.type().equals(type)
        && pattern.constraints().stream()
            .flatMap(constraint -> constraint.asked().stream())
            .allMatch(this::mayFulfil);
  }

  /** Whether a constraint may hold of it. */
  boolean mayFulfil(Asked asked) {
    return decided(asked.expression()).orElse(true);
  }

  /** The value of a field, by its name. */
  Object field(String name) {
    return Optional.ofNullable(fields.get(name))
        .orElseThrow(() -> new NoSuchElementException("not known before there is a patient"));
  }

  private Optional<Boolean> decided(Expression expression) {
    try {
      return Optional.of(expression.holds(Scope.empty().within(this)));
    } catch (RuntimeException e) {
      return Optional.empty(); // it asks for more than is known
    }
  }

  /** The facts of a kind one field of which has one of these values. */
  static List<Conclusion> each(Class<?> type, String field, List<String> values) {
    return values.stream().map(value -> new Conclusion(type, Map.of(field, value))).toList();
  }
}
