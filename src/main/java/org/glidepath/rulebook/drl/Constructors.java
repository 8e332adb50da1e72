package org.glidepath.rulebook.drl;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Checks that a fact is made of what it is made of. */
final class Constructors {

  private Constructors() {}

  static void check(Class<?> type, List<Operand> arguments, Token name, Findings findings) {
    if (!type.isRecord()) {
      return;
    }
    RecordComponent[] components = type.getRecordComponents();
    if (components.length != arguments.size()) {
      findings.error(
          name,
          "%s is made of %d values, not %d: %s"
              .formatted(
                  type.getSimpleName(), components.length, arguments.size(), list(components)));
      return;
    }
    for (int i = 0; i < components.length; i++) {
      Class<?> expected = Fields.raw(components[i].getGenericType());
      Operand given = arguments.get(i);
      if (!given.unknown() && !fits(given.raw(), expected)) {
        findings.error(
            given.token(),
            "\"%s\" of %s is %s, but %s is %s"
                .formatted(
                    components[i].getName(),
                    type.getSimpleName(),
                    Paths.article(expected),
                    given.written(),
                    Paths.article(given.raw())));
      }
    }
  }

  private static boolean fits(Class<?> given, Class<?> expected) {
    return expected.isAssignableFrom(given)
        || (Number.class.isAssignableFrom(expected) && given == Number.class);
  }

  private static String list(RecordComponent[] components) {
    return Arrays.stream(components)
        .map(RecordComponent::getName)
        .collect(Collectors.joining(", "));
  }
}
