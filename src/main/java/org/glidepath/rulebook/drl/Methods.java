package org.glidepath.rulebook.drl;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Fact;

/**
 * What rules and card texts may call: every method of the facts, and of the JDK's types those few
 * that a comparison needs. A method of a text, a date or a list that is not listed here does not
 * exist for a rule: some of them read the clock or the environment, or take all memory.
 */
final class Methods {

  private static final Map<Class<?>, Set<String>> OF_JDK =
      Map.of(
          Optional.class, Set.of("get", "isPresent", "isEmpty"),
          Collection.class, Set.of("contains", "isEmpty", "size"),
          String.class, Set.of("isEmpty"),
          BigDecimal.class, Set.of("add", "subtract", "negate", "min", "max", "signum"),
          LocalDate.class, Set.of("isBefore", "isAfter", "isEqual"));

  private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

  private Methods() {}

  /** Whether a rule may call this method of a value. */
  static boolean callable(Class<?> owner, Method method) {
    return !Modifier.isStatic(method.getModifiers())
        && (ofFacts(method)
            || OF_JDK.entrySet().stream()
                .anyMatch(
                    entry ->
                        entry.getKey().isAssignableFrom(owner)
                            && entry.getValue().contains(method.getName())));
  }

  /** Whether a rule may call this method by the name of its type: {@code Source.of( ... )}. */
  static boolean callableStatically(Method method) {
    return Modifier.isStatic(method.getModifiers())
        && ofFacts(method)
        && !OF_EVERY_ENUM.contains(method.getName());
  }

  /** The methods of the JDK that rules may call. */
  static Map<Class<?>, Set<String>> ofJdk() {
    return OF_JDK;
  }

  private static boolean ofFacts(Method method) {
    return method.getDeclaringClass().getPackageName().equals(Fact.class.getPackageName());
  }
}
