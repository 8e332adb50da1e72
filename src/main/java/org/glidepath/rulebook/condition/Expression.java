package org.glidepath.rulebook.condition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value, a comparison, or several joined. Means what it means to the engine. */
sealed interface Expression {

  /** Its value in a scope; null where the record says nothing. */
  @Nullable Object value(Scope scope);

  /** The expressions it is made of. */
  List<Expression> parts();

  /** Every path to a field in it. */
  default Stream<Path> paths() {
    Stream<Path> inner = parts().stream().flatMap(Expression::paths);
    return this instanceof Path path ? Stream.concat(Stream.of(path), inner) : inner;
  }

  /** Whether it holds. */
  default boolean holds(Scope scope) {
    return Boolean.TRUE.equals(value(scope));
  }

  /** A number, text, constant, or null. */
  record Literal(@Nullable Object of) implements Expression {
    @Override
    public @Nullable Object value(Scope scope) {
      return of;
    }

    @Override
    public List<Expression> parts() {
      return List.of();
    }
  }

  /** A variable. */
  record Variable(String name) implements Expression {
    @Override
    public @Nullable Object value(Scope scope) {
      return scope.variable(name);
    }

    @Override
    public List<Expression> parts() {
      return List.of();
    }
  }

  /** The fact of the pattern. */
  record This() implements Expression {
    @Override
    public Object value(Scope scope) {
      return scope.fact().orElseThrow();
    }

    @Override
    public List<Expression> parts() {
      return List.of();
    }
  }

  /** A field of something, or a method of it. */
  record Path(Expression owner, String name, List<Expression> arguments) implements Expression {
    @Override
    public @Nullable Object value(Scope scope) {
      Object of = owner.value(scope);
      if (of == null) {
        return null;
      }
      List<@Nullable Object> given = new ArrayList<>();
      arguments.forEach(argument -> given.add(argument.value(scope)));
      return Members.of(of, name, given);
    }

    @Override
    public List<Expression> parts() {
      List<Expression> parts = new ArrayList<>(arguments);
      if (!(owner instanceof Path)) {
        parts.add(owner);
      }
      return parts;
    }
  }

  /** Two values compared: {@code ==}, {@code <} ... */
  record Comparison(Expression left, String operator, Expression right) implements Expression {
    @Override
    public Object value(Scope scope) {
      Object a = left.value(scope);
      Object b = right.value(scope);
      return switch (operator) {
        case "==" -> equal(a, b);
        case "!=" -> !equal(a, b);
        default -> a != null && b != null && ordered(Values.order(a, b));
      };
    }

    private static boolean equal(@Nullable Object a, @Nullable Object b) {
      if (a instanceof Number one && b instanceof Number other) {
        return Values.order(one, other) == 0;
      }
      return Objects.equals(a, b);
    }

    private boolean ordered(int order) {
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }

    @Override
    public List<Expression> parts() {
      return List.of(left, right);
    }
  }

  /** One of several values. */
  record In(Expression left, List<Expression> values) implements Expression {
    @Override
    public Object value(Scope scope) {
      return values.stream().anyMatch(one -> new Comparison(left, "==", one).holds(scope));
    }

    @Override
    public List<Expression> parts() {
      return Stream.concat(Stream.of(left), values.stream()).toList();
    }
  }

  /** A collection that holds a value. */
  record Contains(Expression left, Expression right) implements Expression {
    @Override
    public Object value(Scope scope) {
      return left.value(scope) instanceof Collection<?> items && items.contains(right.value(scope));
    }

    @Override
    public List<Expression> parts() {
      return List.of(left, right);
    }
  }

  /** A text of a form. */
  record Matches(Expression left, Expression right) implements Expression {
    @Override
    public Object value(Scope scope) {
      return left.value(scope) instanceof String text
          && right.value(scope) instanceof String form
          && text.matches(form);
    }

    @Override
    public List<Expression> parts() {
      return List.of(left, right);
    }
  }

  /** What does not hold. */
  record Not(Expression inner) implements Expression {
    @Override
    public Object value(Scope scope) {
      return !inner.holds(scope);
    }

    @Override
    public List<Expression> parts() {
      return List.of(inner);
    }
  }

  /** Several joined by {@code &&}, or by {@code ||}. */
  record Joined(boolean all, List<Expression> parts) implements Expression {
    @Override
    public Object value(Scope scope) {
      return all
          ? parts.stream().allMatch(part -> part.holds(scope))
          : parts.stream().anyMatch(part -> part.holds(scope));
    }
  }

  /** Arithmetic on two numbers. */
  record Sum(Expression left, String operator, Expression right) implements Expression {
    @Override
    public Object value(Scope scope) {
      BigDecimal a = Values.number(Objects.requireNonNull(left.value(scope)));
      BigDecimal b = Values.number(Objects.requireNonNull(right.value(scope)));
      return switch (operator) {
        case "+" -> a.add(b);
        case "-" -> a.subtract(b);
        case "*" -> a.multiply(b);
        default -> a.divide(b, MathContext.DECIMAL128);
      };
    }

    @Override
    public List<Expression> parts() {
      return List.of(left, right);
    }
  }
}
