package org.glidepath.fhir.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything in {@code fhir-profiles/} is valid FHIR R4, and every example is of its profile. */
class ProfilesTest {

  private static final ProfileValidator VALIDATOR = new ProfileValidator();

  static List<Path> examples() {
    return Profiles.files("examples");
  }

  static List<Path> codeSystems() {
    return Profiles.files("codesystems");
  }

  static List<Path> valueSets() {
    return Profiles.files("valuesets");
  }

  static List<Path> profiles() {
    return Profiles.files("structuredefinitions");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_is_valid(Path file) {
    assertThat(VALIDATOR.problems(Profiles.text(file))).as("%s", file).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("codeSystems")
  void a_code_system_is_valid(Path file) {
    assertThat(VALIDATOR.problems(Profiles.text(file))).as("%s", file).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void a_profile_is_valid(Path file) {
    assertThat(VALIDATOR.problems(Profiles.edited(Profiles.text(file)))).as("%s", file).isEmpty();
  }

  /** Its codes are all of one shape, which {@link ValueSetFilesTest} knows: a few are enough. */
  @ParameterizedTest
  @MethodSource("valueSets")
  void a_value_set_is_valid(Path file) {
    JsonNode valueSet = Profiles.json(file);
    for (JsonNode include : Profiles.includes(valueSet)) {
      ArrayNode concepts = (ArrayNode) include.path("concept");
      while (concepts.size() > 2) {
        concepts.remove(concepts.size() - 1);
      }
    }
    assertThat(VALIDATOR.problems(valueSet.toString())).as("%s", file).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void a_profile_of_a_resource_has_an_example_that_claims_it(Path file) {
    JsonNode profile = Profiles.json(file);
    if (profile.path("kind").asText().equals("resource")) {
      Path example = Profiles.ROOT.resolve("examples").resolve(file.getFileName());
      assertThat(example).exists();
      assertThat(Profiles.json(example).path("meta").path("profile").path(0).asText())
          .isEqualTo(profile.path("url").asText());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "\"active\" -> \"sometimes\"",
        "\"subject\" -> \"subjekt\"",
        "StructureDefinition/medication-statement -> StructureDefinition/medicationstatement"
      })
  void a_broken_example_is_found(String right, String wrong) {
    Path file = Profiles.ROOT.resolve("examples/medication-statement.json");
    String broken = Profiles.text(file).replace(right, wrong);
    assertThat(VALIDATOR.problems(broken)).isNotEmpty();
  }

  @Test
  void a_code_that_our_code_system_does_not_have_is_found() {
    Path file = Profiles.ROOT.resolve("examples/service-request.json");
    String broken = Profiles.text(file).replace("\"cbt-insomnia\",", "\"cbt-insomniac\",");
    assertThat(VALIDATOR.problems(broken)).isNotEmpty();
  }

  @Test
  void every_folder_of_profiles_is_looked_at() throws IOException {
    try (Stream<Path> folders = Files.list(Profiles.ROOT)) {
      assertThat(folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "codesystems", "examples", "structuredefinitions", "valuesets");
    }
  }
}
