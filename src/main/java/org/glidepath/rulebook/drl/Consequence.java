package org.glidepath.rulebook.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glidepath.rulebook.drl.Expressions.Unreadable;
import org.glidepath.rulebook.source.Hints;

/**
 * What stands behind {@code then}: advice, or one logical insert.
 *
 * @param advises whether it gives advice
 * @param because types of the facts that the advice names, in their order; {@link Object} where the
 *     type is not known
 */
record Consequence(boolean advises, List<Class<?>> because) {

  private static final Set<String> INDICATORS = Set.of("critical", "warning", "info");

  static final String EXPECTED =
      "expected advise.critical( $a, $b );, advise.warning( ... );, advise.info( ... ); or"
          + " insertLogical( new X( ... ) );";

  /** Reads it, and checks every name in it. */
  static Consequence read(TokenCursor cursor, String text, Scope scope, Findings findings) {
    scope.leave();
    Expressions expressions = new Expressions(cursor, text, scope, findings);
    try {
      Token first = cursor.next();
      if (first.is("advise")) {
        return advice(cursor, expressions, scope, findings);
      }
      if (first.is("insertLogical")) {
        inference(cursor, expressions, findings);
        return new Consequence(false, List.of());
      }
      String seen = first.text().equals("the end") ? "nothing stands" : first.quoted() + " stands";
      findings.error(first, seen + " behind \"then\"; " + EXPECTED);
    } catch (Unreadable e) {
      // the problem has been noted
    }
    return new Consequence(false, List.of());
  }

  private static Consequence advice(
      TokenCursor cursor, Expressions expressions, Scope scope, Findings findings)
      throws Unreadable {
    expressions.expect(".");
    Token indicator = cursor.next();
    if (!INDICATORS.contains(indicator.text())) {
      findings.error(
          indicator,
          "advise has no \"%s\"; it is critical, warning or info.%s"
              .formatted(indicator.text(), Hints.maybe(indicator.text(), INDICATORS)));
    }
    expressions.expect("(");
    List<Class<?>> because = new ArrayList<>();
    if (cursor.nextIs(")")) {
      findings.error(
          cursor.peek(),
          "name the facts that the advice rests on: advise.%s( $fact );"
              .formatted(indicator.text()));
      because.add(Object.class);
    }
    while (!cursor.nextIs(")") && !cursor.done()) {
      because.add(fact(cursor.next(), scope, findings));
      if (!cursor.take(",") && !cursor.nextIs(")")) {
        break;
      }
    }
    expressions.expect(")");
    end(cursor, expressions, findings);
    return new Consequence(true, List.copyOf(because));
  }

  /** One fact that the advice rests on. */
  private static Class<?> fact(Token name, Scope scope, Findings findings) {
    if (!name.text().startsWith("$")) {
      findings.error(
          name,
          "%s is no variable; name facts by their variables, as in $risk%s"
              .formatted(
                  name.quoted(),
                  Hints.nearest("$" + name.text(), scope.variables())
                      .map(near -> ". Maybe " + near + "?")
                      .orElse("")));
      return Object.class;
    }
    Class<?> type = scope.variable(name.text()).<Class<?>>map(Fields::raw).orElse(Object.class);
    if (scope.variable(name.text()).isEmpty()) {
      findings.error(name, scope.unknown(name.text(), "Variables"));
    } else if (type != Object.class && !Vocabulary.fact(type)) {
      findings.error(
          name, "%s is %s, and that is no fact".formatted(name.text(), Paths.article(type)));
    }
    return type;
  }

  private static void inference(TokenCursor cursor, Expressions expressions, Findings findings)
      throws Unreadable {
    expressions.expect("(");
    Token created = cursor.peek();
    if (!created.is("new")) {
      boolean type = Vocabulary.named(created.text()).isPresent();
      findings.error(
          created,
          "insertLogical takes a new fact: insertLogical( new %s( ... ) );"
              .formatted(type ? created.text() : "X"));
      throw new Unreadable();
    }
    Operand operand = expressions.expression();
    if (!operand.unknown() && !Vocabulary.fact(operand.raw())) {
      findings.error(created, Paths.name(operand.raw()) + " is no fact");
    }
    expressions.expect(")");
    end(cursor, expressions, findings);
  }

  private static void end(TokenCursor cursor, Expressions expressions, Findings findings)
      throws Unreadable {
    expressions.expect(";");
    if (cursor.nextIs("advise") || cursor.nextIs("insertLogical")) {
      findings.error(
          cursor.peek(), "a rule says one thing only; this second statement needs its own rule");
    } else if (!cursor.done()) {
      findings.error(
          cursor.peek(), "%s is not allowed; %s".formatted(cursor.peek().quoted(), EXPECTED));
    }
  }
}
