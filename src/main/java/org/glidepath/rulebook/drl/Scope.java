package org.glidepath.rulebook.drl;

import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression of a rule may use: the variables so far, and one pattern's fields.
 */
final class Scope {

  private final TreeMap<String, Type> variables = new TreeMap<>();
  private @Nullable Class<?> pattern;

  void declare(String variable, Type type) {
    variables.put(variable, type);
  }

  Optional<Type> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  Set<String> variables() {
    return variables.keySet();
  }

  /** From here on, plain names are fields of this fact. */
  void enter(Class<?> fact) {
    pattern = fact;
  }

  /** From here on, plain names mean nothing. */
  void leave() {
    pattern = null;
  }

  Optional<Class<?>> pattern() {
    return Optional.ofNullable(pattern);
  }
}
