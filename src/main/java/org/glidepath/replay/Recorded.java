package org.glidepath.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.glidepath.cdshooks.Answer;

/**
 * A file that holds a recorded request or a patient's record, and beside {@code call.json}, where
 * it is known, the response in {@code call.expected.json}.
 */
final class Recorded {

  static final String EXPECTED_RESPONSE = ".expected.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Path file;
  private final byte[] content;
  private final Optional<JsonNode> tree;

  private Recorded(Path file, byte[] content) {
    this.file = file;
    this.content = content;
    this.tree = tree(content);
  }

  /**
   * Reads it. What is no JSON is read too: the service says what is wrong with it.
   *
   * @throws ReplayException where the file cannot be read
   */
  static Recorded read(Path file) {
    return new Recorded(file, bytes(file));
  }

  byte[] content() {
    return content;
  }

  Optional<JsonNode> tree() {
    return tree;
  }

  /** Whether it is the record of a patient, and no request. */
  boolean isBundle() {
    return tree.filter(json -> json.path("resourceType").asText().equals("Bundle")).isPresent();
  }

  /** The hook that a record is asked with: the signing of the orders in draft, if there are any. */
  String hook() {
    boolean drafts =
        tree.stream()
            .flatMap(json -> json.path("entry").valueStream())
            .map(entry -> entry.path("resource"))
            .anyMatch(
                resource ->
                    resource.path("resourceType").asText().equals("MedicationRequest")
                        && resource.path("status").asText().equals("draft"));
    return drafts ? "order-sign" : "patient-view";
  }

  /** What is not as it was; where no response is known, only a failure of the service. */
  List<String> differences(Answer answer) {
    Path expected = expectedResponse(file);
    if (Files.exists(expected)) {
      return tree(bytes(expected))
          .map(response -> ResponseDifference.between(response, answer.body()))
          .orElse(List.of(expected + " is not JSON"));
    }
    return answer.status() < 500
        ? List.of()
        : List.of("the service failed with status " + answer.status());
  }

  /** The file of the expected response. */
  static Path expectedResponse(Path file) {
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(name.replaceAll("\\.json$", EXPECTED_RESPONSE));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ReplayException(file + ":1:1: error: the file cannot be read");
    }
  }

  private static Optional<JsonNode> tree(byte[] body) {
    try {
      return Optional.ofNullable(JSON.readTree(body));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
