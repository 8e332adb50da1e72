package org.glidepath.rulebook.drl;

import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.glidepath.rulebook.source.Hints;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression of a rule may use: the variables so far, and one pattern's fields.
 */
final class Scope {

  private final TreeMap<String, Type> variables = new TreeMap<>();
  private final Set<String> left = new HashSet<>();
  private @Nullable Class<?> pattern;

  void declare(String variable, Type type) {
    variables.put(variable, type);
  }

  /** What {@code not} and {@code exists} name is known inside of them only. */
  void within(Runnable inside) {
    TreeMap<String, Type> before = new TreeMap<>(variables);
    inside.run();
    left.addAll(variables.keySet());
    variables.clear();
    variables.putAll(before);
  }

  /** What to say of a variable that is not known here. */
  String unknown(String name, String title) {
    if (left.contains(name)) {
      return "%s is named inside of \"not\", \"exists\" or \"forall\" and is not known outside"
          .formatted(name);
    }
    return "unknown variable \"%s\". %s: %s.%s"
        .formatted(
            name,
            title,
            variables.isEmpty() ? "none" : String.join(", ", variables()),
            Hints.maybe(name, variables()));
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
