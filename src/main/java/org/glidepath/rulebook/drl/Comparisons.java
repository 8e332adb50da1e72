package org.glidepath.rulebook.drl;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Range;
import org.glidepath.rulebook.drl.Mention.Kind;
import org.glidepath.rulebook.source.Hints;

/**
 * Refuses comparisons that the compiler accepts and that never hold, or that it explains in terms
 * of generated code; collects the literals that name a value set or a drug.
 */
final class Comparisons {

  /** Fields that hold ids of value sets, in every fact. */
  private static final Set<String> VALUE_SET_FIELDS = Set.of("means", "reasons", "finding");

  private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  private final Findings findings;

  Comparisons(Findings findings) {
    this.findings = findings;
  }

  void check(Operand left, String operator, Operand right) {
    mention(left, right);
    mention(right, left);
    checkExact(left);
    checkExact(right);
    if (left.unknown() || left.kind() == Operand.Kind.NULL) {
      return;
    }
    Optional<String> complaint =
        operator.equals("contains") || operator.equals("excludes")
            ? ofContains(left, right)
            : ofComparison(left, operator, right);
    complaint.ifPresent(message -> findings.error(left.token(), message));
  }

  /**
   * The compiler takes 9.3 for the binary number next to it, so that a dose of 9.3 mg lies below
   * it.
   */
  private void checkExact(Operand operand) {
    String number = operand.last();
    if (operand.kind() == Operand.Kind.NUMBER
        && DECIMAL.matcher(number).matches()
        && new BigDecimal(Double.parseDouble(number)).compareTo(new BigDecimal(number)) != 0) {
      findings.error(
          operand.token(),
          "%1$s is taken for the binary number next to it: write %1$sB".formatted(number));
    }
  }

  /** Arithmetic on a value that may be null stops the whole evaluation at run time. */
  void checkArithmetic(Operand operand) {
    checkExact(operand);
    if (operand.nullable()) {
      findings.error(
          operand.token(),
          "%s may be missing, so it cannot be reckoned with".formatted(operand.written()));
    }
  }

  private void mention(Operand field, Operand literal) {
    if (literal.kind() != Operand.Kind.TEXT || field.kind() != Operand.Kind.FIELD) {
      return;
    }
    boolean trueOrFalse = literal.last().equals("true") || literal.last().equals("false");
    if (VALUE_SET_FIELDS.contains(field.last())) {
      if (!(field.isField("finding") && trueOrFalse)) {
        findings.mention(Kind.VALUE_SET, literal.token());
      }
    } else if (field.isField("name") && Fields.raw(field.owner()) == Drug.class) {
      findings.mention(Kind.DRUG, literal.token());
    }
  }

  private static Optional<String> ofContains(Operand left, Operand right) {
    if (!Collection.class.isAssignableFrom(left.raw())) {
      return Optional.of(
          "%1$s is one value: write %1$s == %2$s".formatted(left.written(), right.written()));
    }
    Class<?> item = Fields.raw(Fields.held(left.type()));
    return right.unknown() || item.isAssignableFrom(right.raw())
        ? Optional.empty()
        : Optional.of(
            "each of %s is %s, so it never contains %s"
                .formatted(left.written(), Paths.article(item), right.written()));
  }

  private static Optional<String> ofComparison(Operand left, String operator, Operand right) {
    if (left.raw() == Optional.class) {
      return Optional.of(ofOptional(left, operator, right));
    }
    if (right.unknown()) {
      return Optional.empty();
    }
    if (left.raw() == Range.class && Number.class.isAssignableFrom(right.raw())) {
      return Optional.of(
          "%1$s is a range: compare %1$s.low or %1$s.high".formatted(left.written()));
    }
    if (Collection.class.isAssignableFrom(left.raw()) && right.raw() == String.class) {
      String word = operator.equals("!=") ? "not contains" : "contains";
      return Optional.of(
          "%1$s holds several values: write %1$s %2$s %3$s"
              .formatted(left.written(), word, right.written()));
    }
    if (left.raw().isEnum() && right.kind() == Operand.Kind.TEXT) {
      return Optional.of(ofEnum(left, right));
    }
    return comparable(left.raw(), right.raw())
        ? Optional.empty()
        : Optional.of(neverEqual(left, right));
  }

  private static String ofOptional(Operand left, String operator, Operand right) {
    return right.kind() == Operand.Kind.NULL
        ? "%s may be missing: write %s.%s()"
            .formatted(
                left.written(), left.written(), operator.equals("==") ? "isEmpty" : "isPresent")
        : "%1$s may be missing: write %1$s.isPresent(), %1$s.get() %2$s %3$s"
            .formatted(left.written(), operator, right.written());
  }

  /** What stands alone in a pattern has to be true or false. */
  void checkCondition(Token token, Operand alone) {
    if (alone.unknown() || alone.raw() == Boolean.class) {
      return;
    }
    findings.error(
        token,
        alone.kind() == Operand.Kind.NUMBER
            ? "%s stands alone here. A decimal has a point, as in 9.3".formatted(alone.written())
            : "%s is %s, which is no condition: compare it"
                .formatted(alone.written(), Paths.article(alone.raw())));
  }

  private static String neverEqual(Operand left, Operand right) {
    boolean quotedNumber =
        Number.class.isAssignableFrom(left.raw())
            && right.kind() == Operand.Kind.TEXT
            && NUMBER.matcher(right.last()).matches();
    return "%s is %s and %s %s: they are never equal%s"
        .formatted(
            left.written(),
            Paths.article(left.raw()),
            right.written(),
            Paths.article(right.raw()),
            quotedNumber ? ". Write a number without quotes" : "");
  }

  private static String ofEnum(Operand left, Operand right) {
    List<String> values =
        Arrays.stream(left.raw().getEnumConstants()).map(Object::toString).toList();
    String type = Paths.name(left.raw());
    return "%s is compared with a text; its values are %s.%s"
        .formatted(
            left.written(),
            values.stream().map(value -> type + "." + value).collect(Collectors.joining(", ")),
            Hints.nearest(right.last(), values)
                .map(value -> " Maybe " + type + "." + value + "?")
                .orElse(""));
  }

  private static boolean comparable(Class<?> left, Class<?> right) {
    boolean numbers = Number.class.isAssignableFrom(left) && Number.class.isAssignableFrom(right);
    return numbers || left.isAssignableFrom(right) || right.isAssignableFrom(left);
  }
}
