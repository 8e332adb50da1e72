package org.glidepath.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.cdshooks.Answer;
import org.glidepath.explanation.Shortfall;

/**
 * What came of one case or recorded request.
 *
 * @param entry where it lies
 * @param name path of the case's folder, or of the request, as the user gave it
 * @param title what it is about
 * @param why why it is expected to come out so; may be empty
 * @param request what was asked; empty where the case could not be read
 * @param answer what was answered; empty where the case could not be run
 * @param differences what is not as expected, one sentence each; empty where all is
 * @param shortfalls what each rule lacked that was expected to fire and did not
 * @param enabled ids of the reserve rules that were switched on
 * @param milliseconds how long the answer took
 */
public record Result(
    Path entry,
    String name,
    String title,
    String why,
    Optional<JsonNode> request,
    Optional<Answer> answer,
    List<String> differences,
    List<Shortfall> shortfalls,
    Set<String> enabled,
    double milliseconds) {

  public Result {
    differences = List.copyOf(differences);
    shortfalls = List.copyOf(shortfalls);
  }

  static Result cannotRun(Path entry, String name, String reason) {
    return new Result(
        entry,
        name,
        "cannot be run",
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(reason),
        List.of(),
        Set.of(),
        0);
  }

  /** The same under another name. */
  Result named(String other, List<String> shownDifferences) {
    return new Result(
        entry,
        other,
        title,
        why,
        request,
        answer,
        shownDifferences,
        shortfalls,
        enabled,
        milliseconds);
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

  /** The last part of its name. */
  public String shortName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
