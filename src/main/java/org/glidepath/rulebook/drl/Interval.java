package org.glidepath.rulebook.drl;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The numbers that fulfil several comparisons at once.
 *
 * @param low lower end; empty where there is none
 * @param lowIncluded whether the lower end is one of them
 * @param high upper end; empty where there is none
 * @param highIncluded whether the upper end is one of them
 */
record Interval(
    Optional<BigDecimal> low,
    boolean lowIncluded,
    Optional<BigDecimal> high,
    boolean highIncluded) {

  static final Interval ALL = new Interval(Optional.empty(), false, Optional.empty(), false);

  /** Those of them that fulfil one more comparison. */
  Interval and(String operator, BigDecimal number) {
    return switch (operator) {
      case ">" -> from(number, false);
      case ">=" -> from(number, true);
      case "<" -> to(number, false);
      case "<=" -> to(number, true);
      case "==" -> from(number, true).to(number, true);
      default -> this;
    };
  }

  boolean empty() {
    if (low.isEmpty() || high.isEmpty()) {
      return false;
    }
    int order = low.get().compareTo(high.get());
    return order > 0 || (order == 0 && !(lowIncluded && highIncluded));
  }

  /** The comparison that holds exactly where another does not. */
  static String opposite(String operator) {
    return switch (operator) {
      case ">" -> "<=";
      case ">=" -> "<";
      case "<" -> ">=";
      case "<=" -> ">";
      case "==" -> "!=";
      default -> "==";
    };
  }

  private Interval from(BigDecimal number, boolean included) {
    int order = low.map(number::compareTo).orElse(1);
    boolean narrower = order > 0 || (order == 0 && !included);
    return narrower ? new Interval(Optional.of(number), included, high, highIncluded) : this;
  }

  private Interval to(BigDecimal number, boolean included) {
    int order = high.map(number::compareTo).orElse(-1);
    boolean narrower = order < 0 || (order == 0 && !included);
    return narrower ? new Interval(low, lowIncluded, Optional.of(number), included) : this;
  }
}
