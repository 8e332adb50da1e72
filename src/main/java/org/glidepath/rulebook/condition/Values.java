package org.glidepath.rulebook.condition;

import java.math.BigDecimal;

/** Comparison of values as the engine does it. */
final class Values {

  private Values() {}

  static BigDecimal number(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    // a threshold without "B" is a binary fraction to the engine, 38.3 a little less than 38.3B
    return value instanceof Double binary
        ? new BigDecimal(binary)
        : new BigDecimal(value.toString());
  }

  /** Below, equal to or above zero, as the first value is below, equal to or above the second. */
  @SuppressWarnings("unchecked") // the rule compiler has made sure that the two can be compared
  static int order(Object a, Object b) {
    return a instanceof Number && b instanceof Number
        ? number(a).compareTo(number(b))
        : ((Comparable<Object>) a).compareTo(b);
  }
}
