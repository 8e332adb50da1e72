package org.glidepath.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An amount that is known to lie between two ends, both included; the ends are equal where the
 * amount is certain.
 *
 * <p>Prints as a person writes it: {@code 20}, or {@code 10 to 20}, to two decimals.
 */
public record Range(BigDecimal low, BigDecimal high) {

  /** Enough for every dose: 16 digits. */
  private static final MathContext PRECISION = MathContext.DECIMAL64;

  public Range {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException("low " + low + " is above high " + high);
    }
  }

  /** A certain amount. */
  public static Range of(BigDecimal amount) {
    return new Range(amount, amount);
  }

  /** A certain amount, from its decimal text: {@code Range.of("0.5")}. */
  public static Range of(String amount) {
    return of(new BigDecimal(amount));
  }

  /** The range between two decimal texts. */
  public static Range between(String low, String high) {
    return new Range(new BigDecimal(low), new BigDecimal(high));
  }

  /** Both amounts together. */
  public Range plus(Range other) {
    return new Range(low.add(other.low), high.add(other.high));
  }

  /** What is left of this amount; neither end falls below zero. */
  public Range minus(Range other) {
    BigDecimal newLow = low.subtract(other.high).max(BigDecimal.ZERO);
    return new Range(newLow, high.subtract(other.low).max(newLow));
  }

  /** End times end; both ranges are of amounts that are not negative. */
  public Range times(Range factor) {
    return new Range(low.multiply(factor.low, PRECISION), high.multiply(factor.high, PRECISION));
  }

  /** This amount times a number that is not negative. */
  public Range times(BigDecimal factor) {
    return times(of(factor));
  }

  /** The smallest range that holds both. */
  public Range union(Range other) {
    return new Range(low.min(other.low), high.max(other.high));
  }

  /** Whether both ends are zero. */
  public boolean zero() {
    return high.signum() == 0 && low.signum() == 0;
  }

  /** Whether the amount is one number. */
  public boolean certain() {
    return low.compareTo(high) == 0;
  }

  @Override
  public String toString() {
    String lowText = text(low);
    String highText = text(high);
    return lowText.equals(highText) ? lowText : lowText + " to " + highText;
  }

  private static String text(BigDecimal amount) {
    BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    if (rounded.signum() == 0 && amount.signum() != 0) {
      rounded = amount.round(new MathContext(2, RoundingMode.HALF_UP)).stripTrailingZeros();
    }
    return rounded.toPlainString();
  }
}
