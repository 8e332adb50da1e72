package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.glidepath.pharmacology.Estimate;
import org.glidepath.pharmacology.Instruction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What a dosage comes to, one line of {@code fhir/dosages.csv} each: the product, the dosage with
 * single quotes for double ones, mg on a day of use, days of use a week, and why. "?" begins the
 * reason for an unknown figure; "prn" after the days means taken as needed.
 */
class DosageTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  @ParameterizedTest(name = "[{index}] {5}: {1}")
  @CsvFileSource(
      resources = "/fhir/dosages.csv",
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = false,
      numLinesToSkip = 1)
  @DisplayName("a dosage comes to mg on a day of use and days of use a week")
  void comes_to(String product, String dosage, String mg, String days, String why) {
    Instruction instruction = only(product, dosage);
    String asNeeded = instruction.asNeeded() ? " prn" : "";
    assertThat(text(instruction.dailyMg())).as("mg a day: " + why).isEqualTo(mg.strip());
    assertThat(text(instruction.daysPerWeek()) + asNeeded)
        .as("days a week: " + why)
        .isEqualTo(days.strip());
  }

  @Test
  void a_unit_of_time_in_words_is_noted() {
    assertThat(read("197591", timing("days")).notes())
        .containsExactly(
            "MedicationRequest/1 has a unit of time in words where FHIR has a code; it was read as"
                + " that code");
    assertThat(read("197591", timing("d")).notes()).isEmpty();
  }

  private static String timing(String unit) {
    return ("{'timing':{'repeat':{'frequency':1,'period':1,'periodUnit':'%s'}},"
            + "'doseAndRate':[{'doseQuantity':{'value':5,'unit':'mg'}}]}")
        .formatted(unit);
  }

  private static Instruction only(String product, String dosage) {
    Chart chart = read(product, dosage);
    assertThat(chart.recorded()).as("notes: " + chart.notes()).hasSize(1);
    List<Instruction> instructions = chart.recorded().get(0).instructions();
    assertThat(instructions).hasSize(1);
    return instructions.get(0);
  }

  private static Chart read(String product, String dosage) {
    JsonNode order =
        Knowledge.json(
            "{'resourceType':'MedicationRequest','id':'1','status':'active','intent':'order',"
                + "'medicationCodeableConcept':"
                + medication(product.strip())
                + ",'authoredOn':'2026-01-01','dosageInstruction':["
                + dosage.strip()
                + "]}");
    return Knowledge.reader()
        .read(new ChartInput("p", List.of(order), List.of(), Set.of(), false), AT);
  }

  private static String medication(String product) {
    boolean code = product.matches("\\d+");
    return code
        ? "{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'%s'}]}"
            .formatted(product)
        : product.startsWith("{") ? product : "{'text':'%s'}".formatted(product);
  }

  private static String text(Estimate estimate) {
    return estimate instanceof Estimate.Unknown unknown
        ? "? " + unknown.reason()
        : estimate.known().orElseThrow().toString();
  }
}
