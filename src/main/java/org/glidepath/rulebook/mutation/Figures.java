package org.glidepath.rulebook.mutation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** A figure and its nearest neighbours. */
final class Figures {

  private Figures() {}

  /** One unit of the last place up and down; never below zero, where no quantity lies. */
  static List<String> beside(String digits) {
    BigDecimal value = new BigDecimal(digits);
    BigDecimal unit = BigDecimal.ONE.movePointLeft(value.scale());
    return Stream.of(value.add(unit), value.subtract(unit))
        .filter(moved -> moved.signum() >= 0)
        .map(BigDecimal::toPlainString)
        .toList();
  }
}
