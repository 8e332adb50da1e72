package org.glidepath.fhir.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page for integrators names every element that a profile supports. */
class InputPageTest {

  private static final String PAGE = Profiles.text(Path.of("docs/input.md"));

  static List<Path> profiles() {
    return Profiles.files("structuredefinitions");
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void an_element_that_must_be_supported_stands_in_its_section(Path file) {
    JsonNode profile = Profiles.json(file);
    for (JsonNode element : profile.path("differential").path("element")) {
      if (element.path("mustSupport").asBoolean()) {
        String path = element.path("path").asText();
        assertThat(section(profile))
            .as("docs/input.md, %s", profile.path("id").asText())
            .contains("| `" + path.substring(path.indexOf('.') + 1) + "` |");
      }
    }
  }

  /** From the heading that names the profile to the next heading. */
  private static String section(JsonNode profile) {
    String heading = "(`" + profile.path("id").asText() + "`)\n";
    int start = PAGE.indexOf(heading);
    assertThat(start).as("docs/input.md has a heading that ends in %s", heading).isPositive();
    int end = PAGE.indexOf("\n## ", start);
    return PAGE.substring(start, end < 0 ? PAGE.length() : end);
  }
}
