package org.glidepath.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reduction of the daily dose that falls into one window of days.
 *
 * @param before the dose at the start of the window
 * @param after the lower dose at its end
 */
public record DoseCut(DoseStep before, DoseStep after) implements Fact {

  private static final Comparator<DoseCut> LARGER = Comparator.comparing(DoseCut::percent);
  private static final Comparator<DoseCut> LATER =
      Comparator.comparing((DoseCut cut) -> cut.after.startDay())
          .thenComparing(cut -> cut.before.startDay());

  /** The exposure whose dose is cut. */
  public Exposure of() {
    return before.of();
  }

  /**
   * How much is cut, in percent of the dose at the start of the window (rules catalogue,
   * Conventions), to two decimals.
   */
  public BigDecimal percent() {
    return before
        .mg()
        .subtract(after.mg())
        .multiply(BigDecimal.valueOf(100))
        .divide(before.mg(), 2, RoundingMode.HALF_UP);
  }

  /**
   * The dose before it in mg diazepam a day, as its step tells; null where no table lists the drug.
   */
  public @Nullable BigDecimal fromDiazepamMg() {
    return before.diazepamMg();
  }

  /**
   * Whether this cut is told where only one of the two is: the larger in percent, and of equal ones
   * the one whose doses began later.
   */
  public boolean aheadOf(DoseCut other) {
    return LARGER.thenComparing(LATER).compare(this, other) > 0;
  }

  /**
   * How much is cut in mg diazepam a day, by the highest published equivalents; null where no table
   * lists the drug.
   */
  public @Nullable BigDecimal diazepamMg() {
    BigDecimal from = before.diazepamMg();
    BigDecimal to = after.diazepamMg();
    return from == null || to == null ? null : from.subtract(to);
  }

  /** The same in mg diazepam as whole number, for a sentence; 0 where it is not known. */
  public BigDecimal wholeDiazepamMg() {
    BigDecimal mg = diazepamMg();
    return mg == null ? BigDecimal.ZERO : mg.setScale(0, RoundingMode.HALF_UP);
  }

  /** The same as whole percent, for a sentence. */
  public BigDecimal wholePercent() {
    return percent().setScale(0, RoundingMode.HALF_UP);
  }

  @Override
  public List<Source> sources() {
    return Source.of(before, after);
  }
}
