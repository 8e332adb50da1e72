package org.glidepath.rulebook.drl;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.glidepath.rulebook.drl.Operand.Kind;

/**
 * Reads the expressions of a rule, follows each name to its type, and refuses what is not part of
 * the rule language of this project. The grammar is that of comparisons joined by {@code &&} and
 * {@code ||}, with {@code contains}, {@code in} and simple arithmetic.
 */
final class Expressions {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/");
  private static final Set<String> WORD_OPERATORS = Set.of("contains", "excludes");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?[BILD]?");
  private static final Pattern EXPONENT = Pattern.compile("\\s*[+-]?[\\d.]+[eE][+-]?\\d+\\s*");

  /** Thrown when the rest of an expression cannot be read; the problem has been noted. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final TokenCursor cursor;
  private final String text;
  private final Scope scope;
  private final Findings findings;
  private final Comparisons comparisons;
  private final Paths paths;

  Expressions(TokenCursor cursor, String text, Scope scope, Findings findings) {
    this.cursor = cursor;
    this.text = text;
    this.scope = scope;
    this.findings = findings;
    this.comparisons = new Comparisons(findings);
    this.paths = new Paths(cursor, scope, findings, this);
  }

  /** A constraint of a pattern: an expression, or a variable bound to one. */
  void constraint() throws Unreadable {
    Token first = cursor.peek();
    if (first.kind() == Token.Kind.NAME && cursor.peek(1).is(":")) {
      Token variable = cursor.next();
      cursor.next();
      Operand bound = sum();
      scope.declare(variable.text(), bound.type());
      rest(compared(bound));
    } else {
      Operand alone = expression();
      if (cursor.done()) {
        comparisons.checkCondition(first, alone);
      }
    }
    if (!cursor.done()) {
      throw unreadable(cursor.peek());
    }
  }

  /** Comparisons joined by && and ||. */
  Operand expression() throws Unreadable {
    return rest(compared(sum()));
  }

  private Operand rest(Operand first) throws Unreadable {
    Operand result = first;
    while (cursor.nextIs("&&") || cursor.nextIs("||")) {
      Token sign = cursor.next();
      if (COMPARISONS.contains(cursor.peek().text()) && !cursor.done()) {
        findings.error(
            cursor.peek(),
            "the property is missing before \"%s\": write it again, as in means == \"a\" %s means == \"b\""
                .formatted(cursor.peek().text(), sign.text()));
        throw new Unreadable();
      }
      compared(sum());
      result = Operand.value(Boolean.class, first.token());
    }
    return result;
  }

  private Operand compared(Operand left) throws Unreadable {
    boolean not = cursor.nextIs("not");
    String word = cursor.peek(not ? 1 : 0).text();
    if (not || WORD_OPERATORS.contains(word) || word.equals("in")) {
      return comparedByWord(left, not);
    }
    if (!cursor.done() && COMPARISONS.contains(word)) {
      String operator = cursor.next().text();
      comparisons.check(left, operator, sum());
      return Operand.value(Boolean.class, left.token());
    }
    return left;
  }

  private Operand comparedByWord(Operand left, boolean not) throws Unreadable {
    if (not) {
      cursor.next();
    }
    Token operator = cursor.next();
    if (operator.is("in")) {
      expect("(");
      do {
        comparisons.check(left, "==", sum());
      } while (cursor.take(","));
      expect(")");
    } else if (WORD_OPERATORS.contains(operator.text())) {
      comparisons.check(left, operator.text(), sum());
    } else {
      throw unreadable(operator);
    }
    return Operand.value(Boolean.class, left.token());
  }

  /** A value, or sums and products of values. */
  Operand sum() throws Unreadable {
    Operand result = unary();
    while (!cursor.done() && ARITHMETIC.contains(cursor.peek().text())) {
      comparisons.checkArithmetic(result);
      cursor.next();
      Operand right = unary();
      comparisons.checkArithmetic(right);
      boolean joined = result.raw() == String.class || right.raw() == String.class;
      if (joined && scope.pattern().isPresent()) {
        findings.error(result.token(), "a condition does not join texts; it compares each");
        return Operand.value(Fields.UNKNOWN, result.token());
      }
      result = Operand.value(joined ? String.class : Number.class, result.token());
    }
    return result;
  }

  private Operand unary() throws Unreadable {
    Token first = cursor.peek();
    if (cursor.take("!")) {
      unary();
      return Operand.value(Boolean.class, first);
    }
    if (cursor.take("-")) {
      Operand number = unary();
      return new Operand(
          number.kind(), number.type(), Fields.UNKNOWN, "-", number.written(), first);
    }
    if (cursor.take("(")) {
      Operand inner = expression();
      expect(")");
      return inner;
    }
    return switch (first.kind()) {
      case TEXT -> Operand.literal(Kind.TEXT, String.class, text());
      case NUMBER -> Operand.literal(Kind.NUMBER, Number.class, number());
      case NAME -> named(first);
      case SIGN -> throw unreadable(first);
    };
  }

  /** A text that a number could be made of has to be one that is safe to reckon with. */
  private Token text() {
    Token text = cursor.next();
    if (EXPONENT.matcher(text.text()).matches()) {
      findings.error(text, "write the number out, without an exponent");
    }
    return text;
  }

  private Token number() {
    Token number = cursor.next();
    if (!NUMBER.matcher(number.text()).matches()) {
      findings.error(
          number, number.quoted() + " is no number here; write digits, with a point if need be");
    }
    return number;
  }

  private Operand named(Token first) throws Unreadable {
    return switch (first.text()) {
      case "true", "false" -> Operand.literal(Kind.OTHER, Boolean.class, cursor.next());
      case "null" -> Operand.literal(Kind.NULL, Fields.UNKNOWN, cursor.next());
      case "new" -> created();
      default -> {
        Operand path = paths.read();
        String written = text.substring(first.start(), cursor.lastEnd()).strip();
        yield new Operand(
            path.kind(), path.type(), path.owner(), path.last(), written, path.token());
      }
    };
  }

  /** {@code new X( ... )}. */
  private Operand created() throws Unreadable {
    cursor.next();
    Token name = cursor.next();
    Type type = paths.type(name);
    expect("(");
    List<Operand> arguments = arguments();
    Constructors.check(Fields.raw(type), arguments, name, findings);
    return Operand.value(type, name);
  }

  /** Arguments up to the closing bracket, which is taken too. */
  List<Operand> arguments() throws Unreadable {
    List<Operand> arguments = new ArrayList<>();
    if (cursor.take(")")) {
      return arguments;
    }
    do {
      arguments.add(expression());
    } while (cursor.take(","));
    expect(")");
    return arguments;
  }

  void expect(String sign) throws Unreadable {
    if (!cursor.take(sign)) {
      Token next = cursor.peek();
      if (!cursor.done() && next.kind() != Token.Kind.TEXT && !next.is(";")) {
        throw unreadable(next);
      }
      findings.error(
          cursor.lastEnd(),
          cursor.done()
              ? "\"%s\" is missing here".formatted(sign)
              : "\"%s\" is missing before %s".formatted(sign, next.quoted()));
      throw new Unreadable();
    }
  }

  Unreadable unreadable(Token token) {
    findings.error(
        token,
        token.text().equals("the end")
            ? "the expression is not complete"
            : token.quoted()
                + " is not expected here; rules use comparisons, contains, in, && and || only");
    return new Unreadable();
  }
}
