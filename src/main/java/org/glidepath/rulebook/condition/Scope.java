package org.glidepath.rulebook.condition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can refer to.
 *
 * @param fact the fact of the pattern it stands in; empty outside of patterns
 * @param variables what is bound so far
 */
record Scope(Optional<Object> fact, Map<String, Optional<Object>> variables) {

  /** Thrown where a variable stands for nothing, because its pattern is assumed to hold. */
  static final class Unbound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unbound(String variable) {
      super(variable, null, false, false);
    }
  }

  static Scope empty() {
    return new Scope(Optional.empty(), Map.of());
  }

  Scope within(Object matched) {
    return new Scope(Optional.of(matched), variables);
  }

  Scope binding(String variable, @Nullable Object value) {
    Map<String, Optional<Object>> more = new HashMap<>(variables);
    more.put(variable, Optional.ofNullable(value));
    return new Scope(fact, more);
  }

  /** What a variable stands for; null where that is missing from the record. */
  @Nullable Object variable(String name) {
    Optional<Object> value = variables.get(name);
    if (value == null) {
      throw new Unbound(name);
    }
    return value.orElse(null);
  }
}
