package org.glidepath.rulebook.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.glidepath.facts.OtherDrug;
import org.glidepath.facts.UnmappedDrug;
import org.glidepath.fhir.Chart;
import org.glidepath.fhir.ChartInput;
import org.glidepath.fhir.ChartReader;
import org.glidepath.pharmacology.DrugTable;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.glidepath.rulebook.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The drugs of the rule book that is delivered, as records name and code them. */
class RealDrugsTest {

  private static final Problems PROBLEMS = new Problems();
  private static final SourceFiles FILES =
      SourceFiles.read(Path.of("rules"), Path.of("fhir-profiles"), PROBLEMS);
  private static final DrugTable DRUGS = DrugTableReader.read(FILES, PROBLEMS);
  private static final ChartReader READER =
      new ChartReader(ValueSetReader.read(FILES.valueSets(), PROBLEMS), DRUGS);

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void every_drug_is_found_by_its_name_in_any_case_and_by_its_codes() {
    SourceFile file = FILES.needed("drugs/benzodiazepines.csv", PROBLEMS).orElseThrow();
    List<DrugTable.Row> rows = DrugReader.read(file, PROBLEMS);
    assertThat(rows).hasSizeGreaterThanOrEqualTo(43);
    List<String> wrong = new ArrayList<>();
    for (DrugTable.Row row : rows) {
      String drug = row.drug().name();
      Stream.concat(
              row.names().stream()
                  .flatMap(
                      name ->
                          Stream.of(
                              text(name),
                              text(name.toUpperCase(java.util.Locale.ROOT) + " tablets"),
                              text("Take " + name + ", as agreed"))),
              row.codes().stream().map(code -> coded(code.system(), code.code())))
          .filter(medication -> !found(medication).equals(List.of(drug)))
          .forEach(medication -> wrong.add(drug + ": " + medication + " is " + found(medication)));
    }
    assertThat(wrong).isEmpty();
    assertThat(PROBLEMS.sorted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "diazepam hydrochloride | diazepam",
        "ALPRAZolam XR 0.5 mg 24 hr tablet | alprazolam",
        "clorazepate dipotassium 7.5 MG Oral Tablet | clorazepate",
        "midazolam HCl 5 mg/mL injection | midazolam",
        "flurazepam hydrochloride 30 MG Oral Capsule | flurazepam",
        "zolpidem tartrate ER | zolpidem",
        "LORazepam (Ativan) tablet 1 mg | lorazepam",
        "Valium | diazepam",
        "KLONOPIN 0.5 MG PO TABS | clonazepam",
        "Temazepam (RESTORIL) 15 mg capsule | temazepam",
        "diazePAM 5 mg oral tablet | diazepam"
      })
  void a_salt_or_a_brand_is_its_drug(String name, String drug) {
    assertThat(found(text(name))).containsExactly(drug);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amitriptyline hydrochloride 12.5 MG / chlordiazepoxide 5 MG Oral Tablet | cyclic-antidepressant",
        "chlordiazepoxide-amitriptyline 10-25 mg tablet | cyclic-antidepressant"
      })
  void a_combination_is_both_of_its_drugs(String name, String meansToo) {
    Chart chart = read(text(name));
    assertThat(found(text(name))).containsExactly("chlordiazepoxide");
    assertThat(chart.facts())
        .filteredOn(OtherDrug.class::isInstance)
        .anySatisfy(fact -> assertThat(((OtherDrug) fact).means()).contains(meansToo));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chlordiazepoxide 5 MG / clidinium bromide 2.5 MG Oral Capsule",
        "Chlordiazepoxide/Clidinium 5-2.5 mg capsule"
      })
  void clidinium_does_not_hide_chlordiazepoxide(String name) {
    assertThat(found(text(name))).containsExactly("chlordiazepoxide");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hydrOXYzine 25 mg",
        "aripiprazole 5 mg",
        "buspirone 10 mg",
        "lansoprazole 30 mg capsule",
        "olanzapine 5 mg",
        "benzonatate 100 mg"
      })
  void another_drug_is_no_benzodiazepine(String name) {
    assertThat(found(text(name))).isEmpty();
    assertThat(read(text(name)).facts()).noneMatch(UnmappedDrug.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"meclonazepam", "pyrazolam pellets", "benzos from a friend"})
  void what_looks_like_one_is_asked_about(String name) {
    assertThat(found(text(name))).isEmpty();
    assertThat(read(text(name)).facts()).anyMatch(UnmappedDrug.class::isInstance);
  }

  private static String text(String name) {
    return "{\"text\":\"%s\"}".formatted(name);
  }

  private static String coded(String system, String code) {
    return "{\"coding\":[{\"system\":\"%s\",\"code\":\"%s\"}]}".formatted(system, code);
  }

  private static List<String> found(String medication) {
    return read(medication).recorded().stream().map(use -> use.drug().name()).toList();
  }

  private static Chart read(String medication) {
    String statement =
        "{\"resourceType\":\"MedicationStatement\",\"id\":\"1\",\"status\":\"active\",\"medicationCodeableConcept\":%s}"
            .formatted(medication);
    return READER.read(
        new ChartInput("p", List.of(json(statement)), List.of(), Set.of(), false),
        Instant.parse("2026-03-01T10:00:00Z"));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
