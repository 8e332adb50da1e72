package org.glidepath.replay;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.glidepath.cdshooks.Answer;

/**
 * Takes what came for what is expected: writes it into {@code case.yaml} and the baseline beside
 * it, or into the file of the expected response.
 */
public final class Acceptance {

  private static final ObjectWriter JSON = new JsonMapper().writerWithDefaultPrettyPrinter();

  private final Replay replay;

  /** Acceptance of what this replay answers. */
  public Acceptance(Replay replay) {
    this.replay = replay;
  }

  /** Whether there is something to accept: a difference, or what came is not on record yet. */
  public static boolean open(Result result) {
    boolean known =
        Files.isDirectory(result.entry())
            ? Baseline.exists(result.entry())
            : Files.exists(Recorded.expectedResponse(result.entry()));
    return !result.passed() || !known;
  }

  /**
   * Writes the actual result.
   *
   * @return what was done, one sentence each
   */
  public List<String> accept(Result result) {
    try {
      return result
          .answer()
          .map(answer -> write(result, answer))
          .orElse(List.of("nothing written: the case cannot be run"));
    } catch (ReplayException e) {
      return List.of("nothing written: " + e.getMessage());
    }
  }

  private List<String> write(Result result, Answer answer) {
    return Files.isDirectory(result.entry())
        ? rewrite(result.entry(), answer)
        : record(Recorded.expectedResponse(result.entry()), answer);
  }

  private static List<String> record(Path file, Answer answer) {
    try {
      write(file, JSON.writeValueAsString(answer.body()) + "\n");
      return List.of("wrote " + file);
    } catch (IOException e) {
      throw new ReplayException(file + ": cannot be written");
    }
  }

  /** A case that would expect something else even after it was rewritten keeps its old words. */
  private List<String> rewrite(Path folder, Answer answer) {
    Path file = folder.resolve(TestCaseReader.CASE_FILE);
    String before = text(file);
    Expectation expected =
        replay.expectation(folder).orElseThrow(() -> new ReplayException(file + " cannot be read"));
    CaseEditor editor = new CaseEditor(before, expected, new Actual(answer));
    write(file, editor.edited());
    List<String> left =
        replay
            .expectation(folder)
            .map(edited -> Comparison.of(edited, answer))
            .orElse(List.of("it would expect nothing"));
    if (!left.isEmpty()) {
      write(file, before);
      return List.of(
          "nothing written, because the case would still not pass; edit it by hand: "
              + String.join("; ", left));
    }
    Stream<String> edited = editor.done().stream().map(done -> file + ": " + done);
    boolean asBefore = Baseline.exists(folder) && Baseline.differences(folder, answer).isEmpty();
    if (asBefore) {
      return edited.toList();
    }
    Baseline.write(folder, answer);
    return Stream.concat(edited, Stream.of("wrote " + folder.resolve(Baseline.FILE))).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ReplayException(file + ": cannot be read");
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ReplayException(file + ": cannot be written");
    }
  }
}
