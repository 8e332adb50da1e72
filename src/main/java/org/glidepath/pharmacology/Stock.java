package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.glidepath.facts.Range;

/**
 * What fills of one drug at one dose leave in the cupboard. What is left when the next is fetched
 * is added to it, so that fills which are each a few days early come to weeks over the months.
 */
final class Stock {

  /**
   * A supply with a known first and last day.
   *
   * @param from the day on which it was fetched
   * @param until the last day that it lasts, taken alone
   */
  record Fill(Regimen regimen, LocalDate from, LocalDate until) {}

  /**
   * A fill beside what was left from those before it.
   *
   * @param until the last day that all of it together lasts
   * @param daysLeft days of supply that were left when it was fetched; 0 for none
   * @param early whether an earlier fill, taken alone, had not run out
   * @param leftFrom the fills that it was left from, oldest first
   */
  record Stocked(Fill fill, LocalDate until, int daysLeft, boolean early, List<Fill> leftFrom) {

    /**
     * mg a day until this fill: as instructed, up to all that was fetched since any of the fills
     * before it used up. Empty where the instructed dose is not known.
     */
    Optional<Range> dailyMgBefore() {
      BigDecimal fastest =
          IntStream.range(0, leftFrom.size())
              .mapToObj(first -> perDay(leftFrom.subList(first, leftFrom.size())))
              .reduce(BigDecimal.ONE, BigDecimal::max);
      Fill last = leftFrom.get(leftFrom.size() - 1);
      return new DoseOnDay(List.of(last.regimen()), last.from())
          .dailyMg()
          .known()
          .map(mg -> new Range(mg.low(), mg.high().multiply(fastest)));
    }

    /** Days of supply for each day up to this fill. */
    private BigDecimal perDay(List<Fill> fills) {
      long supply = fills.stream().mapToLong(Stock::length).sum();
      long days = ChronoUnit.DAYS.between(fills.get(0).from(), fill.from());
      return BigDecimal.valueOf(supply).divide(BigDecimal.valueOf(days), MathContext.DECIMAL64);
    }
  }

  private Stock() {}

  /**
   * Fills of one dose, each with what was left. Two on one day are one supply in two packs, or two
   * strengths meant together: the one that lasts longer counts for both.
   */
  static List<Stocked> of(List<Fill> fills) {
    List<Stocked> stocked = new ArrayList<>();
    for (Fill fill : onePerDay(fills)) {
      stocked.add(
          stocked.isEmpty()
              ? new Stocked(fill, fill.until(), 0, false, List.of())
              : after(stocked, fill));
    }
    return stocked;
  }

  private static List<Fill> onePerDay(List<Fill> fills) {
    return fills.stream()
        .filter(
            fill ->
                fills.stream()
                    .filter(other -> other.from().equals(fill.from()))
                    .max(Comparator.comparing(Fill::until))
                    .filter(fill::equals)
                    .isPresent())
        .sorted(Comparator.comparing(Fill::from))
        .toList();
  }

  private static Stocked after(List<Stocked> before, Fill fill) {
    Stocked last = before.get(before.size() - 1);
    int left = (int) ChronoUnit.DAYS.between(fill.from(), last.until()) + 1;
    if (left <= 0) {
      return new Stocked(fill, fill.until(), 0, false, List.of());
    }
    List<Fill> leftFrom = new ArrayList<>(last.leftFrom());
    leftFrom.add(last.fill());
    boolean early = leftFrom.stream().anyMatch(one -> !one.until().isBefore(fill.from()));
    return new Stocked(fill, last.until().plusDays(length(fill)), left, early, leftFrom);
  }

  private static long length(Fill fill) {
    return ChronoUnit.DAYS.between(fill.from(), fill.until()) + 1;
  }
}
