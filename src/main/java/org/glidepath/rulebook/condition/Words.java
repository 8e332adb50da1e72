package org.glidepath.rulebook.condition;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.glidepath.facts.Fact;
import org.glidepath.rulebook.condition.Expression.Comparison;
import org.glidepath.rulebook.condition.Expression.Contains;
import org.glidepath.rulebook.condition.Expression.In;
import org.glidepath.rulebook.condition.Expression.Joined;
import org.glidepath.rulebook.condition.Expression.Literal;
import org.glidepath.rulebook.condition.Expression.Matches;
import org.glidepath.rulebook.condition.Expression.Not;
import org.glidepath.rulebook.condition.Expression.Path;
import org.glidepath.rulebook.condition.Expression.Sum;
import org.glidepath.rulebook.condition.Expression.This;
import org.glidepath.rulebook.condition.Expression.Variable;
import org.jspecify.annotations.Nullable;

/** Conditions in words, for a reader who knows no code. */
public final class Words {

  private static final Map<String, String> COMPARED =
      Map.of(
          "==", "is",
          "!=", "is not",
          "<", "is below",
          "<=", "is at most",
          ">", "is above",
          ">=", "is at least");

  private static final int DECIMALS = 4;

  private final Map<String, String> variables = new HashMap<>();

  Words() {}

  /** A name of code as words: {@code RiskClass} is "risk class". */
  public static String of(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** A constant as words: {@code YES_RISING} is "yes rising". */
  public static String of(Enum<?> constant) {
    return constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  /** The kind of a fact as words. */
  public static String of(Class<?> type) {
    return of(type.getSimpleName());
  }

  /** Says what a variable stands for. */
  void name(String variable, String words) {
    variables.put(variable, words);
  }

  String of(Expression expression) {
    if (expression instanceof Comparison comparison) {
      return compared(comparison);
    }
    if (expression instanceof In in) {
      return of(in.left()) + " is " + (in.values().size() > 1 ? "one of " : "") + list(in.values());
    }
    if (expression instanceof Contains contains) {
      return of(contains.left()) + " includes " + of(contains.right());
    }
    if (expression instanceof Matches matches) {
      return of(matches.left()) + " has the form " + of(matches.right());
    }
    if (expression instanceof Not not) {
      return negated(not.inner());
    }
    if (expression instanceof Joined joined) {
      return joined.parts().stream()
          .map(part -> part instanceof Joined ? "(" + of(part) + ")" : of(part))
          .collect(joining(joined.all() ? " and " : " or "));
    }
    if (expression instanceof Sum sum) {
      return "%s %s %s".formatted(of(sum.left()), sum.operator(), of(sum.right()));
    }
    return value(expression);
  }

  private String value(Expression expression) {
    if (expression instanceof Path path) {
      return path(path);
    }
    if (expression instanceof Variable variable) {
      return "the " + variables.getOrDefault(variable.name(), variable.name().substring(1));
    }
    if (expression instanceof Literal literal) {
      return literal.of() instanceof Number number ? number.toString() : value(literal.of());
    }
    return "it";
  }

  private String compared(Comparison comparison) {
    String left = of(comparison.left());
    if (comparison.right() instanceof Literal literal && literal.of() instanceof Boolean truth) {
      return truth == comparison.operator().equals("==") ? left : "not " + left;
    }
    if (comparison.right() instanceof Literal literal && literal.of() == null) {
      return left + (comparison.operator().equals("==") ? " is not known" : " is known");
    }
    if (comparison.right() instanceof Variable variable && aboutOrSelf(comparison.left())) {
      String which = comparison.operator().equals("==") ? "the same " : "another ";
      String what = variables.getOrDefault(variable.name(), variable.name().substring(1));
      return (comparison.left() instanceof This ? "it is " : "about ") + which + what;
    }
    return "%s %s %s".formatted(left, COMPARED.get(comparison.operator()), of(comparison.right()));
  }

  private static boolean aboutOrSelf(Expression left) {
    return left instanceof This
        || (left instanceof Path path && path.owner() instanceof This && path.name().equals("of"));
  }

  private String negated(Expression inner) {
    if (inner instanceof Contains contains) {
      return of(contains.left()) + " does not include " + of(contains.right());
    }
    if (inner instanceof In in) {
      return of(in.left()) + " is none of " + list(in.values());
    }
    return "not " + of(inner);
  }

  private String list(List<Expression> values) {
    return values.stream().map(this::of).collect(joining(", "));
  }

  /** A field by its name; that it belongs to what the fact is about goes without saying. */
  String path(Path path) {
    if (path.name().equals("isPresent")) {
      return of(path.owner()) + " is known";
    }
    if (path.name().equals("isEmpty") && path.arguments().isEmpty()) {
      return of(path.owner()) + " is empty";
    }
    if (path.name().equals("get") && path.arguments().isEmpty()) {
      return of(path.owner());
    }
    String arguments = path.arguments().isEmpty() ? "" : " " + list(path.arguments());
    String name = of(path.name()) + arguments;
    boolean plain =
        path.owner() instanceof This
            || (path.owner() instanceof Path owner && owner.name().equals("of"));
    return plain ? name : of(path.owner()) + " " + name;
  }

  /** A value as a person writes it. */
  public static String value(@Nullable Object value) {
    if (value == null) {
      return "not known";
    }
    if (value instanceof Optional<?> optional) {
      return value(optional.orElse(null));
    }
    if (value instanceof Boolean truth) {
      return truth ? "yes" : "no";
    }
    if (value instanceof Enum<?> constant) {
      return of(constant);
    }
    if (value instanceof BigDecimal number) {
      return number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
    if (value instanceof Collection<?> items) {
      return items.isEmpty()
          ? "none"
          : items.stream().map(Words::value).sorted().collect(joining(", "));
    }
    return value instanceof Fact fact ? of(fact.getClass()) : value.toString();
  }

  /** The kind of a fact with its article: "an exposure". */
  static String article(Class<?> type) {
    String words = of(type);
    if (words.startsWith("other ")) {
      return "an" + words;
    }
    boolean vowel = "aeiou".indexOf(words.charAt(0)) >= 0 && !words.startsWith("use");
    return (vowel ? "an " : "a ") + words;
  }
}
