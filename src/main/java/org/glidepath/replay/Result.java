package org.glidepath.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.glidepath.cdshooks.Answer;

/**
 * What came of one case or recorded request.
 *
 * @param name path of the case's folder, or of the request
 * @param title what it is about
 * @param why why it is expected to come out so; may be empty
 * @param request what was asked; empty where the case could not be read
 * @param answer what was answered; empty where the case could not be run
 * @param differences what is not as expected, one sentence each; empty where all is
 * @param milliseconds how long the answer took
 */
public record Result(
    String name,
    String title,
    String why,
    Optional<JsonNode> request,
    Optional<Answer> answer,
    List<String> differences,
    double milliseconds) {

  public Result {
    differences = List.copyOf(differences);
  }

  /** Whether all is as expected. */
  public boolean passed() {
    return differences.isEmpty();
  }

  /** The folder that the case lies in: {@code test-cases/flumazenil}. */
  public String group() {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }
}
