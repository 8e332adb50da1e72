package org.glidepath.rulebook.drl;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glidepath.rulebook.drl.Expressions.Unreadable;
import org.glidepath.rulebook.drl.Operand.Kind;
import org.glidepath.rulebook.source.Hints;

/** Reads names joined by dots, and follows them from type to type. */
final class Paths {

  private static final Map<String, String> IN_WORDS =
      Map.of(
          "String", "a text",
          "Integer", "a whole number",
          "Number", "a number",
          "Double", "a number",
          "BigDecimal", "a number",
          "Boolean", "yes or no",
          "LocalDate", "a date");

  private final TokenCursor cursor;
  private final Scope scope;
  private final Findings findings;
  private final Expressions expressions;

  Paths(TokenCursor cursor, Scope scope, Findings findings, Expressions expressions) {
    this.cursor = cursor;
    this.scope = scope;
    this.findings = findings;
    this.expressions = expressions;
  }

  Operand read() throws Unreadable {
    Token first = cursor.peek();
    Operand operand = root();
    while (cursor.nextIs(".") || cursor.nextIs("!.")) {
      cursor.next();
      operand = step(operand, cursor.next(), first);
    }
    return operand;
  }

  /** The type with this name; not to know it is a problem. */
  Type type(Token name) {
    Optional<Class<?>> type = Vocabulary.named(name.text());
    if (type.isEmpty()) {
      findings.error(
          name,
          "unknown type \"%s\".%s"
              .formatted(
                  name.text(),
                  Vocabulary.withOwner(name.text())
                      .map(full -> " Maybe \"" + full + "\"?")
                      .orElseGet(() -> Hints.maybe(name.text(), Vocabulary.names()))));
    }
    return type.<Type>map(known -> known).orElse(Fields.UNKNOWN);
  }

  private Operand root() throws Unreadable {
    Token first = cursor.peek();
    char c = first.text().charAt(0);
    if (c == '$') {
      return variable(cursor.next());
    }
    if (Character.isUpperCase(c)) {
      return operand(Kind.TYPE, type(cursor.next()), Fields.UNKNOWN, first);
    }
    Optional<Class<?>> pattern = scope.pattern();
    if (pattern.isEmpty()) {
      findings.error(
          first,
          "unknown name \"%s\"; variables begin with $, types with a capital letter"
              .formatted(first.text()));
      throw new Unreadable();
    }
    boolean compared = cursor.peek(-1).is("==") || cursor.peek(-1).is("!=");
    if (compared && Fields.type(pattern.get(), first.text()).isEmpty() && !dotted()) {
      findings.error(first, "a text stands in double quotes: write \"%s\"".formatted(first.text()));
      throw new Unreadable();
    }
    if (cursor.take("this")) {
      return Operand.value(pattern.get(), first);
    }
    Operand self = operand(Kind.OTHER, pattern.get(), Fields.UNKNOWN, first);
    return step(self, cursor.next(), first);
  }

  private boolean dotted() {
    return cursor.peek(1).is(".") || cursor.peek(1).is("(");
  }

  private Operand variable(Token name) {
    Optional<Type> type = scope.variable(name.text());
    if (type.isEmpty()) {
      findings.error(name, scope.unknown(name.text(), "Variables so far"));
    }
    return Operand.value(type.orElse(Fields.UNKNOWN), name);
  }

  /** One more name behind a dot, or a call of a method. */
  private Operand step(Operand owner, Token name, Token first) throws Unreadable {
    if (name.kind() != Token.Kind.NAME) {
      throw expressions.unreadable(name);
    }
    if (cursor.take("(")) {
      return call(owner, name, first);
    }
    return owner.kind() == Kind.TYPE ? constant(owner, name, first) : field(owner, name, first);
  }

  private Operand field(Operand owner, Token name, Token first) {
    Optional<Type> type = Fields.type(owner.type(), name.text());
    if (type.isEmpty()) {
      findings.error(name, noSuchField(owner, name.text()));
    } else if (scope.pattern().isEmpty()) {
      findings.error(name, "behind \"then\" write %1$s() instead of %1$s".formatted(name.text()));
    }
    return new Operand(
        Kind.FIELD, type.orElse(Fields.UNKNOWN), owner.type(), name.text(), name.text(), first);
  }

  private Operand call(Operand owner, Token name, Token first) throws Unreadable {
    List<Operand> arguments = expressions.arguments();
    Optional<Type> type =
        owner.kind() == Kind.TYPE
            ? staticCall(owner.raw(), name.text())
            : Fields.returned(owner.type(), name.text(), arguments.size());
    if (type.isEmpty()) {
      findings.error(
          name,
          arguments.isEmpty()
              ? noSuchField(owner, name.text())
              : Arguments.noSuchMethod(owner.type(), name.text(), arguments.size()));
    } else if (owner.kind() != Kind.TYPE) {
      Arguments.check(owner.type(), name.text(), arguments, findings);
    }
    Type returned = type.orElse(Fields.UNKNOWN);
    return arguments.isEmpty() && owner.kind() != Kind.TYPE
        ? new Operand(Kind.FIELD, returned, owner.type(), name.text(), name.text(), first)
        : Operand.value(returned, first);
  }

  /** {@code Source.of( ... )}: arguments are left to the compiler. */
  private static Optional<Type> staticCall(Class<?> type, String name) {
    if (type == Object.class) {
      return Optional.of(Fields.UNKNOWN);
    }
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name) && Methods.callableStatically(method))
        .findFirst()
        .map(method -> method.getGenericReturnType());
  }

  /** {@code RiskClass.Level} or {@code Tier.LOW}. */
  private Operand constant(Operand owner, Token name, Token first) {
    Class<?> type = owner.raw();
    if (type == Object.class) {
      return owner;
    }
    List<String> known = new ArrayList<>();
    for (Class<?> nested : type.getDeclaredClasses()) {
      known.add(nested.getSimpleName());
      if (nested.getSimpleName().equals(name.text())) {
        return operand(Kind.TYPE, nested, Fields.UNKNOWN, first);
      }
    }
    for (java.lang.reflect.Field field : type.getFields()) {
      known.add(field.getName());
      if (field.getName().equals(name.text())) {
        return operand(Kind.OTHER, field.getGenericType(), Fields.UNKNOWN, first);
      }
    }
    findings.error(
        name,
        "%s has no value \"%s\".%s%s"
            .formatted(
                name(type),
                name.text(),
                known.isEmpty() ? "" : " Values: " + String.join(", ", known) + ".",
                Hints.maybe(name.text(), known)));
    return Operand.value(Fields.UNKNOWN, first);
  }

  private static String noSuchField(Operand owner, String name) {
    Class<?> type = owner.raw();
    if (type == Optional.class) {
      return "%1$s may be missing: ask %1$s.isPresent(), then %1$s.get().%2$s"
          .formatted(owner.last(), name);
    }
    if (Arguments.takesAny(owner.type(), name)) {
      return "%1$s asks for a value in brackets: %1$s( ... )".formatted(name);
    }
    List<String> known = Fields.names(owner.type());
    String what = Vocabulary.fact(type) ? "fact " + name(type) : name(type);
    return "%s has no field \"%s\".%s%s"
        .formatted(
            what,
            name,
            known.isEmpty() ? "" : " Fields: " + String.join(", ", known) + ".",
            Hints.maybe(name, known));
  }

  /** The name of a type as a rule writes it: {@code RiskClass.Level}. */
  static String name(Type type) {
    Class<?> raw = Fields.raw(type);
    Class<?> outer = raw.getEnclosingClass();
    return outer == null ? raw.getSimpleName() : name(outer) + "." + raw.getSimpleName();
  }

  /** The same with its article, and in words where the name is one of the JDK. */
  static String article(Type type) {
    String name = name(type);
    String words = IN_WORDS.get(name);
    if (words != null) {
      return words;
    }
    return ("AEIO".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
  }

  private static Operand operand(Kind kind, Type type, Type owner, Token first) {
    return new Operand(kind, type, owner, first.text(), first.text(), first);
  }
}
