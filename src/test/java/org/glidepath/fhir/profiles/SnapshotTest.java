package org.glidepath.fhir.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glidepath.fhir.profiles.Profiles.FHIR;
import static org.glidepath.fhir.profiles.Profiles.JSON;
import static org.glidepath.fhir.profiles.Profiles.SNAPSHOT;

import ca.uhn.fhir.context.support.ValidationSupportContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A profile is edited in its differential; the snapshot below it follows. {@code ./mvnw -o test
 * -Dtest=SnapshotTest -Dsnapshots=write} writes them anew.
 */
class SnapshotTest {

  private static final SnapshotGeneratingValidationSupport GENERATOR =
      new SnapshotGeneratingValidationSupport(
          FHIR,
          WorkerContextValidationSupportAdapter.newVersionSpecificWorkerContextWrapper(
              ProfileValidator.SUPPORT));

  static List<Path> profiles() {
    return Profiles.files("structuredefinitions");
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void the_snapshot_of_a_profile_is_what_its_differential_says(Path file) throws IOException {
    String text = Profiles.text(file);
    String fresh = withSnapshot(Profiles.edited(text));
    if ("write".equals(System.getProperty("snapshots"))) {
      Files.writeString(file, fresh);
      return;
    }
    assertThat(text)
        .as("%s: write it anew with ./mvnw -o test -Dtest=SnapshotTest -Dsnapshots=write", file)
        .isEqualTo(fresh);
  }

  /** One element a line, without the mappings to other standards. */
  private static String withSnapshot(String edited) throws IOException {
    StructureDefinition profile =
        FHIR.newJsonParser().parseResource(StructureDefinition.class, edited);
    var generated =
        GENERATOR.generateSnapshot(
            new ValidationSupportContext(ProfileValidator.SUPPORT),
            profile,
            profile.getUrl(),
            "https://glidepath.org",
            profile.getName());
    String json = FHIR.newJsonParser().encodeResourceToString(generated);
    List<String> lines = new ArrayList<>();
    for (JsonNode element : Profiles.json(json).path("snapshot").path("element")) {
      ((ObjectNode) element).remove("mapping");
      lines.add("      " + JSON.writeValueAsString(element));
    }
    String head = edited.stripTrailing().replaceFirst("\\n}$", "");
    return head + SNAPSHOT + String.join(",\n", lines) + "\n    ]\n  }\n}\n";
  }
}
