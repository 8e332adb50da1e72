package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.glidepath.facts.Measurement;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laboratory values in the units that countries use, and values of which only a limit is known. */
class MeasuredValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.2  | mL/s/{1.73_m2}   | mL/min/{1.73_m2}  | 72 mL/min/{1.73_m2}",
        "28   | mL/min/1.73m2    | mL/min/{1.73_m2}  | 28 mL/min/{1.73_m2}",
        "28   | ml/min/1.73 m\u00b2 | mL/min/{1.73_m2} | 28 mL/min/{1.73_m2}",
        "28   | mL/min           | mL/min/{1.73_m2}  | 28 mL/min/{1.73_m2}",
        "30   | mg/L             | mg/dL umol/L      | 3 mg/dL",
        "3.1  | mg/dL            | mg/dL umol/L      | 3.1 mg/dL",
        "51   | umol/L           | mg/dL umol/L      | 51 umol/L",
        "0.06 | mmol/L           | mg/dL umol/L      | 60 umol/L",
        "60   | \u00b5mol/L     | mg/dL umol/L      | 60 umol/L",
        "3.4  | ukat/L           | U/L [IU]/L        | 204 U/L",
        "16   | kPa              | mm[Hg]            | 120.01 mm[Hg]",
        "0.12 | s                | ms                | 120 ms",
        "154  | lb               | kg                | 69.8532 kg",
        "9000 | g                | kg                | 9 kg",
        "101  | [degF]           | Cel [degF]        | 101 [degF]",
        "4    | mg/dL            | ''                | 4 mg/dL",
        "72   | ''               | /min              | '72 '"
      })
  void a_value_is_told_in_a_unit_that_the_rules_expect(
      BigDecimal number, String unit, String expected, String told) {
    MeasuredValue value =
        MeasuredValue.of(new Quantity().setValue(number).setUnit(unit), units(expected))
            .orElseThrow();

    assertThat(value.value() + " " + value.unitCode()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"mg/dL, umol/L", "furlong, kg", "K, Cel", "kg, mm[Hg]"})
  void a_value_in_a_unit_that_cannot_be_converted_is_none(String unit, String expected) {
    assertThat(
            MeasuredValue.of(
                new Quantity().setValue(BigDecimal.ONE).setUnit(unit), units(expected)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // comparator, limit, below 30, above 30, at least 30
    "LESS_THAN, 30, true, false, false",
    "LESS_THAN, 31, false, false, false",
    "LESS_OR_EQUAL, 30, false, false, false",
    "LESS_OR_EQUAL, 29, true, false, false",
    "GREATER_THAN, 30, false, true, true",
    "GREATER_THAN, 29, false, false, false",
    "GREATER_OR_EQUAL, 30, false, false, true",
    "GREATER_OR_EQUAL, 31, false, true, true",
    "NULL, 30, false, false, true",
    "NULL, 29, true, false, false",
    "NULL, 31, false, true, true"
  })
  void of_a_limit_only_what_is_certain_is_said(
      QuantityComparator comparator, int number, boolean below, boolean above, boolean atLeast) {
    Quantity quantity = new Quantity().setValue(number).setUnit("mL/min");
    quantity.setComparator(comparator == QuantityComparator.NULL ? null : comparator);
    Measurement measurement = measurement(MeasuredValue.of(quantity, List.of()).orElseThrow());

    assertThat(measurement.below(30)).isEqualTo(below);
    assertThat(measurement.above(30)).isEqualTo(above);
    assertThat(measurement.atLeast(30)).isEqualTo(atLeast);
    assertThat(measurement.value() == null).isEqualTo(comparator != QuantityComparator.NULL);
  }

  @ParameterizedTest
  @CsvSource({"1e999999999", "1e-999999999", "-1e400"})
  void a_number_beyond_belief_is_none(BigDecimal number) {
    assertThat(
            MeasuredValue.of(
                new Quantity().setValue(number).setUnit("mL/s"), List.of("mL/min/{1.73_m2}")))
        .contains(MeasuredValue.NONE);
  }

  @Test
  void a_coded_finding_is_neither_below_nor_above_anything() {
    Measurement finding = measurement(MeasuredValue.NONE);

    assertThat(finding.below(0)).isFalse();
    assertThat(finding.above(0)).isFalse();
    assertThat(finding.atLeast(0)).isFalse();
    assertThat(finding.text()).isEmpty();
  }

  @Test
  void a_limit_is_printed_as_the_laboratory_does() {
    Quantity quantity = new Quantity().setValue(15).setUnit("mL/min");
    quantity.setComparator(QuantityComparator.LESS_THAN);

    assertThat(measurement(MeasuredValue.of(quantity, List.of()).orElseThrow()).text())
        .isEqualTo("<15");
  }

  private static List<String> units(String units) {
    return units.isEmpty() ? List.of() : List.of(units.split(" "));
  }

  private static Measurement measurement(MeasuredValue value) {
    return new Measurement(
        "egfr",
        value.value(),
        value.limit(),
        value.comparator(),
        value.unitCode(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
