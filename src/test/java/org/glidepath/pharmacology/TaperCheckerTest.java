package org.glidepath.pharmacology;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glidepath.pharmacology.TaperChecker.Dose;
import org.glidepath.pharmacology.TaperChecker.Finding;
import org.glidepath.pharmacology.TaperChecker.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published schedules, and what becomes of them at twice the pace. */
class TaperCheckerTest {

  /** SCOT-RS: NHS Scotland, lorazepam 1 mg twice a day after the switch, 1 mg steps. */
  private static final List<BigDecimal> SCOTLAND =
      doses("20 19 18 17 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 0");

  /** CKS: at most 4 mg down to 20 mg, 2 mg to 10 mg, 1 mg to the end. */
  private static final List<BigDecimal> CKS =
      doses("40 36 32 28 24 20 18 16 14 12 10 9 8 7 6 5 4 3 2 1 0");

  /** MAUD, regimen A: steps of up to 5 points of occupancy. */
  private static final List<BigDecimal> MAUDSLEY_FASTER =
      doses("60 55 50 45 40 36 32 28 24 20 18 16 14 12 10 8 7 6 5 4 3 2 1 0");

  /** MAUD, regimen B: steps of up to 2.5 points of occupancy. */
  private static final List<BigDecimal> MAUDSLEY_MODERATE =
      doses(
          "60 56 52 48 44 40 38 36 34 32 30 28 26 24 22 20 19 18 17 16 15 14 13 12 11 10 9 8 7.5 7"
              + " 6.5 6 5.5 5 4.5 4 3.5 3 2.5 2 1.5 1 0.5 0");

  @Test
  void published_schedules_pass_every_two_weeks() {
    for (List<BigDecimal> schedule : List.of(SCOTLAND, CKS, MAUDSLEY_FASTER, MAUDSLEY_MODERATE)) {
      assertThat(check(schedule, 14)).isEmpty();
    }
  }

  @Test
  void nhs_scotland_every_week_exceeds_the_ceiling_from_7_to_5_and_from_6_to_4() {
    assertThat(check(SCOTLAND, 7)).containsExactly("7 > 5 CEILING", "6 > 4 CEILING");
  }

  @Test
  void cks_every_week_exceeds_the_ceiling_where_two_steps_are_more_than_a_quarter() {
    assertThat(check(CKS, 7))
        .containsExactly("28 > 20 CEILING", "14 > 10 CEILING", "7 > 5 CEILING", "6 > 4 CEILING");
  }

  @Test
  void maudsley_every_week_exceeds_the_ceiling_in_the_faster_regimen_only() {
    assertThat(check(MAUDSLEY_FASTER, 7))
        .containsExactly(
            "28 > 20 CEILING",
            "14 > 10 CEILING",
            "12 > 8 CEILING",
            "10 > 7 CEILING",
            "7 > 5 CEILING",
            "6 > 4 CEILING");
    assertThat(check(MAUDSLEY_MODERATE, 7)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"20 15, 14, ''", "20 14.9, 14, 20 > 14.9 CEILING", "20 17.5 15, 14, ''"})
  void a_quarter_of_the_dose_exactly_is_within_the_ceiling(
      String schedule, int interval, String expected) {
    assertThat(String.join(", ", check(doses(schedule), interval))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "5 4, 14, ''",
    "5 3.9, 14, 5 > 3.9 TAIL_STEP",
    "5.1 3.9, 14, ''",
    "1 0, 14, ''",
    "5 4 3, 7, ''",
    "5 4 3, 6, 4 > 3 TAIL_INTERVAL"
  })
  void in_the_tail_steps_count_in_milligrams_and_days(
      String schedule, int interval, String expected) {
    assertThat(String.join(", ", check(doses(schedule), interval))).isEqualTo(expected);
  }

  @Test
  void a_tail_step_may_be_too_steep_on_the_occupancy_curve_alone() {
    TaperFigures.Tail strict = new TaperFigures.Tail(mg("5"), mg("1"), 7, mg("3.5"), mg("24.7"));
    TaperFigures figures =
        new TaperFigures(Figures.USUAL, Figures.SLOW, 84, Figures.CEILING, strict);

    assertThat(new TaperChecker(figures).check(schedule(doses("3 2 1 0"), 14)))
        .extracting(Finding::limit)
        .containsExactly(Limit.TAIL_OCCUPANCY, Limit.TAIL_OCCUPANCY);
  }

  @Test
  void a_raise_and_a_hold_are_no_findings() {
    assertThat(check(doses("10 12 12 11"), 14)).isEmpty();
  }

  /** MAUD and the published schedule print occupancies to one decimal. */
  @ParameterizedTest
  @CsvSource({
    "60, 70.8",
    "40, 61.8",
    "20, 44.7",
    "10, 28.8",
    "5, 16.8",
    "2, 7.5",
    "1, 3.9",
    "0, 0"
  })
  void the_curve_meets_the_published_occupancies(String mg, double percent) {
    assertThat(Occupancy.percent(mg(mg), mg("24.7")).doubleValue())
        .isCloseTo(percent, org.assertj.core.data.Offset.offset(0.051));
  }

  private static List<String> check(List<BigDecimal> doses, int interval) {
    return new TaperChecker(Figures.TAPER)
        .check(schedule(doses, interval)).stream()
            .map(f -> f.from().diazepamMg() + " > " + f.to().diazepamMg() + " " + f.limit())
            .toList();
  }

  private static List<Dose> schedule(List<BigDecimal> doses, int interval) {
    return IntStream.range(0, doses.size())
        .mapToObj(i -> new Dose(i * interval, doses.get(i)))
        .toList();
  }

  private static List<BigDecimal> doses(String text) {
    return Stream.of(text.split(" ")).map(BigDecimal::new).toList();
  }

  private static BigDecimal mg(String number) {
    return new BigDecimal(number);
  }
}
