package org.glidepath.fhir.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a value set promises beyond FHIR: the source of each code, and a line in the README. */
class ValueSetFilesTest {

  private static final String OURS = "https://glidepath.org/CodeSystem/";
  private static final String SOURCE = "https://glidepath.org/StructureDefinition/code-source";
  private static final String README = Profiles.text(Profiles.ROOT.resolve("README.md"));
  private static final Set<String> SOURCES =
      Profiles.text(Profiles.ROOT.resolve("code-sources.csv"))
          .lines()
          .map(line -> line.split(",", 2)[0])
          .collect(Collectors.toSet());

  static List<Path> valueSets() {
    return Profiles.files("valuesets");
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void every_code_has_a_display_and_a_source_that_is_listed(Path file) {
    for (JsonNode include : Profiles.includes(Profiles.json(file))) {
      for (JsonNode concept : include.path("concept")) {
        assertThat(concept.path("display").asText()).as("%s: %s", file, concept).isNotBlank();
        assertThat(concept.path("extension")).as("%s: %s", file, concept).hasSize(1);
        JsonNode extension = concept.path("extension").path(0);
        assertThat(extension.path("url").asText()).as("%s: %s", file, concept).isEqualTo(SOURCE);
        assertThat(SOURCES)
            .as("%s: %s: add the source to code-sources.csv", file, concept)
            .contains(extension.path("valueCode").asText());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void no_code_stands_in_a_set_twice(Path file) {
    Set<String> seen = new HashSet<>();
    for (JsonNode include : Profiles.includes(Profiles.json(file))) {
      String system = include.path("system").asText();
      assertThat(seen.add(system)).as("%s includes %s twice", file, system).isTrue();
      for (JsonNode concept : include.path("concept")) {
        String code = system + "|" + concept.path("code").asText();
        assertThat(seen.add(code)).as("%s holds %s twice", file, code).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void a_code_of_ours_is_defined_in_its_code_system(Path file) {
    for (JsonNode include : Profiles.includes(Profiles.json(file))) {
      String system = include.path("system").asText();
      if (system.startsWith(OURS) && complete(system)) {
        assertThat(defined(system)).containsAll(codes(include.path("concept")));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("valueSets")
  void the_readme_lists_the_set_as_it_describes_itself(Path file) {
    JsonNode valueSet = Profiles.json(file);
    String row =
        "| `%s` | %s. %s |"
            .formatted(
                valueSet.path("id").asText(),
                valueSet.path("title").asText(),
                valueSet.path("description").asText());
    assertThat(README.lines()).as("the table of fhir-profiles/README.md").contains(row);
  }

  @Test
  void the_readme_lists_no_set_that_is_gone() {
    Set<String> ids =
        valueSets().stream()
            .map(file -> file.getFileName().toString().replace(".json", ""))
            .collect(Collectors.toSet());
    String table = README.substring(README.indexOf("| id | means |"));
    assertThat(
            table
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3))))
        .allMatch(ids::contains);
  }

  private static boolean complete(String system) {
    return codeSystem(system).path("content").asText().equals("complete");
  }

  private static Set<String> defined(String system) {
    return codes(codeSystem(system).path("concept"));
  }

  private static JsonNode codeSystem(String system) {
    String id = system.substring(OURS.length());
    return Profiles.json(Profiles.ROOT.resolve("codesystems").resolve(id + ".json"));
  }

  private static Set<String> codes(JsonNode concepts) {
    Set<String> codes = new HashSet<>();
    concepts.forEach(concept -> codes.add(concept.path("code").asText()));
    return codes;
  }
}
