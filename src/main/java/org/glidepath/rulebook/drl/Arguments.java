package org.glidepath.rulebook.drl;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.glidepath.rulebook.source.Hints;

/** Checks what a rule hands to the methods of a fact. */
final class Arguments {

  private Arguments() {}

  /** Whether a method of this name takes values in its brackets. */
  static boolean takesAny(Type owner, String name) {
    return withValues(owner).anyMatch(method -> method.getName().equals(name));
  }

  /** What to say where no method takes so many values. */
  static String noSuchMethod(Type owner, String name, int values) {
    Optional<Method> other =
        withValues(owner).filter(method -> method.getName().equals(name)).findFirst();
    if (other.isPresent()) {
      return "%s takes %d in its brackets, not %d"
          .formatted(name, other.get().getParameterCount(), values);
    }
    List<String> known = withValues(owner).map(Method::getName).distinct().sorted().toList();
    return "%s has no method \"%s\" with %d %s in its brackets.%s%s"
        .formatted(
            Paths.name(owner),
            name,
            values,
            values == 1 ? "value" : "values",
            known.isEmpty()
                ? ""
                : " Methods: "
                    + known.stream().map(each -> each + "( ... )").collect(joining(", "))
                    + ".",
            Hints.maybe(name, known));
  }

  /** Notes a value that the method does not take: the compiler would speak of generated code. */
  static void check(Type owner, String name, List<Operand> given, Findings findings) {
    Optional<Method> method =
        withValues(owner)
            .filter(one -> one.getName().equals(name) && one.getParameterCount() == given.size())
            .findFirst();
    for (int i = 0; i < given.size() && method.isPresent(); i++) {
      check(name, method.get().getParameterTypes()[i], given.get(i), findings);
    }
  }

  private static void check(String method, Class<?> wanted, Operand given, Findings findings) {
    boolean number = given.kind() == Operand.Kind.NUMBER;
    if (number && wanted == int.class && !given.last().matches("\\d+")) {
      findings.error(
          given.token(), "%s takes a whole number, not %s".formatted(method, given.written()));
    } else if (number && wanted == double.class && given.last().endsWith("B")) {
      findings.error(
          given.token(),
          "in the brackets of %s write %s without the B"
              .formatted(method, given.last().replace("B", "")));
    } else if (!given.unknown() && !number && !fits(given.raw(), Fields.raw(wanted))) {
      findings.error(
          given.token(),
          "%s takes %s, but %s is %s"
              .formatted(
                  method,
                  Paths.article(Fields.raw(wanted)),
                  given.written(),
                  Paths.article(given.raw())));
    }
  }

  private static boolean fits(Class<?> given, Class<?> wanted) {
    return wanted.isAssignableFrom(given)
        || (Number.class.isAssignableFrom(wanted) && Number.class.isAssignableFrom(given));
  }

  private static Stream<Method> withValues(Type owner) {
    Class<?> type = Fields.raw(owner);
    return owner.equals(Fields.UNKNOWN)
        ? Stream.empty()
        : Arrays.stream(type.getMethods())
            .filter(method -> method.getParameterCount() > 0 && Methods.callable(type, method))
            .filter(method -> !method.getName().equals("equals"));
  }
}
