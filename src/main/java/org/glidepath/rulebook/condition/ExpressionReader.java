package org.glidepath.rulebook.condition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.glidepath.rulebook.drl.Token;
import org.glidepath.rulebook.drl.Vocabulary;

/** Reads expressions: comparisons joined by {@code &&} and {@code ||}. */
final class ExpressionReader {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

  private final Tokens tokens;

  ExpressionReader(Tokens tokens) {
    this.tokens = tokens;
  }

  Expression expression() throws Unreadable {
    return alternatives(compared(sum()));
  }

  /** The rest of an expression whose first value has been read. */
  Expression rest(Expression first) throws Unreadable {
    return alternatives(compared(first));
  }

  private Expression alternatives(Expression first) throws Unreadable {
    List<Expression> parts = new ArrayList<>(List.of(conjunction(first)));
    while (tokens.take("||")) {
      parts.add(conjunction(compared(sum())));
    }
    return parts.size() == 1 ? parts.get(0) : new Joined(false, parts);
  }

  private Expression conjunction(Expression first) throws Unreadable {
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (tokens.take("&&")) {
      parts.add(compared(sum()));
    }
    return parts.size() == 1 ? parts.get(0) : new Joined(true, parts);
  }

  private Expression compared(Expression left) throws Unreadable {
    if (COMPARISONS.contains(tokens.peek(0).text())) {
      return new Comparison(left, tokens.next().text(), sum());
    }
    if (tokens.take("not")) {
      return new Not(byWord(left));
    }
    boolean word =
        List.of("in", "contains", "excludes", "matches").stream().anyMatch(tokens::nextIs);
    return word ? byWord(left) : left;
  }

  private Expression byWord(Expression left) throws Unreadable {
    String operator = tokens.next().text();
    return switch (operator) {
      case "in" -> {
        tokens.expect("(");
        yield new In(left, list());
      }
      case "contains" -> new Contains(left, sum());
      case "excludes" -> new Not(new Contains(left, sum()));
      case "matches" -> new Matches(left, sum());
      default -> throw new Unreadable("the operator \"" + operator + "\"");
    };
  }

  Expression sum() throws Unreadable {
    Expression result = product();
    while (tokens.nextIs("+") || tokens.nextIs("-")) {
      result = new Sum(result, tokens.next().text(), product());
    }
    return result;
  }

  private Expression product() throws Unreadable {
    Expression result = unary();
    while (tokens.nextIs("*") || tokens.nextIs("/")) {
      result = new Sum(result, tokens.next().text(), unary());
    }
    return result;
  }

  private Expression unary() throws Unreadable {
    if (tokens.take("!")) {
      return new Not(unary());
    }
    if (tokens.take("-")) {
      return new Sum(new Literal(BigDecimal.ZERO), "-", unary());
    }
    if (tokens.take("(")) {
      Expression inner = expression();
      tokens.expect(")");
      return inner;
    }
    Token token = tokens.next();
    return switch (token.kind()) {
      case TEXT -> new Literal(token.text());
      case NUMBER -> new Literal(number(token.text()));
      case NAME -> steps(named(token));
      case SIGN -> throw new Unreadable("\"" + token.text() + "\"");
    };
  }

  private static Object number(String written) {
    if (written.endsWith("B")) {
      return new BigDecimal(written.substring(0, written.length() - 1));
    }
    String digits = written.replaceAll("[A-Za-z]+$", "");
    return digits.contains(".") ? Double.valueOf(digits) : (Object) new BigDecimal(digits);
  }

  private Expression named(Token token) throws Unreadable {
    String name = token.text();
    if (name.startsWith("$")) {
      return new Variable(name);
    }
    if (Character.isUpperCase(name.charAt(0))) {
      return constant(name);
    }
    return switch (name) {
      case "true" -> new Literal(true);
      case "false" -> new Literal(false);
      case "null" -> new Literal(null);
      case "this" -> new This();
      default -> member(new This(), name);
    };
  }

  /** {@code RiskClass.Level.YES}. */
  private Expression constant(String typeName) throws Unreadable {
    Class<?> type =
        Vocabulary.named(typeName).orElseThrow(() -> new Unreadable("the type " + typeName));
    while (tokens.take(".")) {
      String name = tokens.next().text();
      for (Class<?> nested : type.getDeclaredClasses()) {
        if (nested.getSimpleName().equals(name)) {
          type = nested;
        }
      }
      if (!type.getSimpleName().equals(name)) {
        return value(type, name);
      }
    }
    throw new Unreadable("the type " + typeName + " where a value is expected");
  }

  private static Expression value(Class<?> type, String name) throws Unreadable {
    try {
      return new Literal(type.getField(name).get(null));
    } catch (ReflectiveOperationException e) {
      throw new Unreadable(type.getSimpleName() + "." + name);
    }
  }

  private Expression steps(Expression root) throws Unreadable {
    Expression result = root;
    while (tokens.take(".") || tokens.take("!.")) {
      result = member(result, tokens.next().text());
    }
    return result;
  }

  private Expression member(Expression owner, String name) throws Unreadable {
    return new Path(owner, name, tokens.take("(") ? list() : List.of());
  }

  /** Expressions up to the closing bracket, which is taken too. */
  private List<Expression> list() throws Unreadable {
    List<Expression> list = new ArrayList<>();
    if (tokens.take(")")) {
      return list;
    }
    do {
      list.add(expression());
    } while (tokens.take(","));
    tokens.expect(")");
    return list;
  }
}
