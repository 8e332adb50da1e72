package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.glidepath.facts.Range;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EquivalentTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Equivalent to 20 mg diazepam a day | 20",
        "1 mg tid (equiv. to 60 mg of oral diazepam daily) | 60",
        "taper from lorazepam 2 mg = 20mg/day diazepam | 20",
        "diazepam equivalent 20-40 mg | 20 to 40",
        "Diazepam equivalent dose: 12.5 mg per day | 12.5",
        "about 30 mg diazepam equivalents | 30",
        "DIAZEPAM EQUIVALENT OF 40 to 20 MG | 20 to 40"
      })
  void reads_what_is_said_of_the_day(String text, String mg) {
    assertThat(EquivalentText.read(text).map(Range::toString)).contains(mg);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 mg three times a day",
        "switch to diazepam 20 mg a day",
        "1 tablet = 10 mg diazepam",
        "diazepam equivalent 10 mg per tablet",
        "10 mg diazepam equivalent each dose",
        "diazepam equivalent 20 mg; on 1 May diazepam equivalent 10 mg",
        "equivalent to 20 ug diazepam a day"
      })
  void is_silent_where_it_is_not_said_or_not_clear(String text) {
    assertThat(EquivalentText.read(text)).isEmpty();
  }
}
