package org.glidepath.rulebook.drl;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule or a card text can ask of a value: components of records and methods. {@link Object}
 * stands for a type that is not known and can be asked anything.
 */
public final class Fields {

  /** A type that nothing is known of. */
  public static final Type UNKNOWN = Object.class;

  private Fields() {}

  /**
   * The type of a field: of a component, or of a method {@code x()}, {@code isX()}, {@code getX()}.
   */
  public static Optional<Type> type(Type owner, String name) {
    if (owner.equals(UNKNOWN)) {
      return Optional.of(UNKNOWN);
    }
    String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return List.of(name, "is" + capital, "get" + capital).stream()
        .flatMap(method -> returned(owner, method, 0).stream())
        .findFirst();
  }

  /** The type that a method with so many arguments returns. */
  static Optional<Type> returned(Type owner, String method, int arguments) {
    if (owner.equals(UNKNOWN)) {
      return Optional.of(UNKNOWN);
    }
    return Arrays.stream(raw(owner).getMethods())
        .filter(one -> one.getName().equals(method) && callable(raw(owner), one, arguments))
        .findFirst()
        .map(one -> resolve(owner, one.getGenericReturnType()));
  }

  /** The names of the fields of a record or class of ours, for a message. */
  public static List<String> names(Type owner) {
    Class<?> type = raw(owner);
    Set<String> names = new LinkedHashSet<>();
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        names.add(component.getName());
      }
    }
    Arrays.stream(type.getMethods())
        .filter(method -> callable(type, method, 0))
        .map(Method::getName)
        .sorted()
        .forEach(names::add);
    return List.copyOf(names);
  }

  /** Whether the component of a record may be null. */
  static boolean nullable(Type owner, String name) {
    Class<?> type = raw(owner);
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .filter(component -> component.getName().equals(name))
            .anyMatch(
                component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
  }

  /** The class of a type; primitives as their wrappers. */
  public static Class<?> raw(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return raw(parameterized.getRawType());
    }
    return type instanceof Class<?> c ? boxed(c) : Object.class;
  }

  /** The type of what an Optional or a collection holds. */
  static Type held(Type container) {
    return container instanceof ParameterizedType parameterized
        ? parameterized.getActualTypeArguments()[0]
        : UNKNOWN;
  }

  private static boolean callable(Class<?> owner, Method method, int arguments) {
    return method.getParameterCount() == arguments
        && method.getReturnType() != void.class
        && !isOfObject(method)
        && Methods.callable(owner, method);
  }

  private static boolean isOfObject(Method method) {
    return switch (method.getName()) {
      case "hashCode", "toString" -> true;
      case "equals" -> method.getParameterCount() == 1;
      default -> false;
    };
  }

  private static Type resolve(Type owner, Type returned) {
    if (returned instanceof TypeVariable<?> variable
        && owner instanceof ParameterizedType parameterized) {
      TypeVariable<?>[] variables = raw(owner).getTypeParameters();
      for (int i = 0; i < variables.length; i++) {
        if (variables[i].equals(variable)) {
          return parameterized.getActualTypeArguments()[i];
        }
      }
    }
    return returned instanceof TypeVariable<?> ? UNKNOWN : returned;
  }

  private static Class<?> boxed(Class<?> type) {
    if (type == int.class) {
      return Integer.class;
    }
    if (type == boolean.class) {
      return Boolean.class;
    }
    if (type == double.class) {
      return Double.class;
    }
    return type == long.class ? Long.class : type;
  }
}
