package org.glidepath.rulebook.condition;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Fields and methods of facts, by name. */
final class Members {

  private record Key(Class<?> type, String name, int arguments) {}

  private static final Map<Key, Optional<Method>> KNOWN = new ConcurrentHashMap<>();

  private Members() {}

  /**
   * The value of a field or method.
   *
   * @throws NoSuchElementException where there is none, or it has no value for these arguments
   */
  static @Nullable Object of(Object owner, String name, List<@Nullable Object> arguments) {
    if (owner instanceof Conclusion conclusion) {
      return conclusion.field(name);
    }
    Key key = new Key(owner.getClass(), name, arguments.size());
    Method method =
        KNOWN
            .computeIfAbsent(key, Members::find)
            .orElseThrow(() -> new NoSuchElementException(owner.getClass() + "." + name));
    try {
      return method.invoke(owner, converted(arguments, method.getParameterTypes()));
    } catch (InvocationTargetException | IllegalAccessException | IllegalArgumentException e) {
      throw new NoSuchElementException(owner.getClass() + "." + name, e);
    }
  }

  private static @Nullable Object[] converted(List<@Nullable Object> arguments, Class<?>[] wanted) {
    @Nullable Object[] converted = new Object[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      converted[i] = converted(arguments.get(i), wanted[i]);
    }
    return converted;
  }

  private static @Nullable Object converted(@Nullable Object given, Class<?> wanted) {
    if (!(given instanceof Number number)) {
      return given;
    }
    return wanted == int.class
        ? (Object) number.intValue()
        : wanted == double.class ? (Object) number.doubleValue() : given;
  }

  private static Optional<Method> find(Key key) {
    String capital = Character.toUpperCase(key.name.charAt(0)) + key.name.substring(1);
    return List.of(key.name, "is" + capital, "get" + capital).stream()
        .flatMap(name -> find(key.type, name, key.arguments).stream())
        .findFirst();
  }

  /** In the type itself or, where that is hidden, in what it extends and implements. */
  private static Optional<Method> find(Class<?> type, String name, int arguments) {
    Deque<Class<?>> types = new ArrayDeque<>(List.of(type));
    while (!types.isEmpty()) {
      Class<?> one = types.removeFirst();
      if (Modifier.isPublic(one.getModifiers())) {
        Optional<Method> found =
            Arrays.stream(one.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> method.getParameterCount() == arguments)
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.isBridge())
                .findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
      if (one.getSuperclass() != null) {
        types.addLast(one.getSuperclass());
      }
      types.addAll(List.of(one.getInterfaces()));
    }
    return Optional.empty();
  }
}
