package org.glidepath.fhir.profiles;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of {@code fhir-profiles/}. */
final class Profiles {

  static final FhirContext FHIR = FhirContext.forR4Cached();
  static final ObjectMapper JSON = new ObjectMapper();
  static final Path ROOT = Path.of("fhir-profiles");

  /** What stands between the edited part of a profile and the part that is generated. */
  static final String SNAPSHOT = ",\n  \"snapshot\": {\n    \"element\": [\n";

  private Profiles() {}

  /** The JSON files of one folder. */
  static List<Path> files(String folder) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(Path file) {
    return json(text(file));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A profile without its snapshot. */
  static String edited(String profile) {
    int end = profile.indexOf(SNAPSHOT);
    return end < 0 ? profile : profile.substring(0, end) + "\n}\n";
  }

  /** The includes of a value set, one for each code system. */
  static List<JsonNode> includes(JsonNode valueSet) {
    List<JsonNode> includes = new ArrayList<>();
    valueSet.path("compose").path("include").forEach(includes::add);
    return includes;
  }
}
