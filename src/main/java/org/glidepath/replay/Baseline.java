package org.glidepath.replay;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.glidepath.cdshooks.Answer;
import org.glidepath.cdshooks.Explanation;
import org.glidepath.decision.Advice;
import org.glidepath.decision.Inference;
import org.glidepath.facts.Source;

/**
 * All that was advised, suggested and concluded in a case when somebody last accepted it, a line
 * each. Where {@code case.yaml} says what is right, this says what changed, also where nobody
 * expected it.
 */
final class Baseline {

  /** Its file in the folder of a case. */
  static final String FILE = "baseline.txt";

  private Baseline() {}

  /** What came otherwise than before, one sentence each; empty too for a case without baseline. */
  static List<String> differences(Path folder, Answer answer) {
    if (!exists(folder)) {
      return List.of();
    }
    List<String> before = read(folder);
    List<String> now = lines(answer);
    return Stream.concat(
            without(now, before).map(line -> "new: " + line),
            without(before, now).map(line -> "gone: " + line))
        .toList();
  }

  /** What is in a list more often than in the other. */
  private static Stream<String> without(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    others.forEach(rest::remove);
    return rest.stream();
  }

  static boolean exists(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /** Takes what came for the baseline. */
  static void write(Path folder, Answer answer) {
    try {
      Files.write(folder.resolve(FILE), lines(answer));
    } catch (IOException e) {
      throw new ReplayException(folder.resolve(FILE) + ": cannot be written");
    }
  }

  private static List<String> read(Path folder) {
    try {
      return Files.readAllLines(folder.resolve(FILE));
    } catch (IOException e) {
      throw new ReplayException(folder.resolve(FILE) + ": cannot be read");
    }
  }

  private static List<String> lines(Answer answer) {
    return Stream.concat(
            answer.explanation().stream().flatMap(Baseline::lines), suggestions(answer))
        .sorted()
        .toList();
  }

  /** What each click would do, with the doses that its description repeats. */
  private static Stream<String> suggestions(Answer answer) {
    return new Actual(answer)
        .cards().stream()
            .flatMap(
                card ->
                    card.path("suggestions").findValues("description").stream()
                        .map(text -> Actual.rule(card) + " suggests: " + text.asText()));
  }

  private static Stream<String> lines(Explanation why) {
    return Stream.concat(
        why.decision().advice().stream().map(advice -> line(advice, why.shown().contains(advice))),
        why.decision().inferred().stream().map(Baseline::line));
  }

  private static String line(Advice advice, boolean shown) {
    String fate = advice.suppressedBy().map(id -> ", instead of it " + id).orElse("");
    return "%s %s%s%s: %s"
        .formatted(
            advice.rule().id(),
            advice.indicator().name().toLowerCase(Locale.ROOT),
            shown ? ", shown" : "",
            fate,
            String.join(" ", advice.references()))
        .strip();
  }

  private static String line(Inference inference) {
    Stream<String> sources = inference.fact().sources().stream().map(Source::reference).distinct();
    return "%s %s by %s: %s"
        .formatted(
            inference.type(),
            Stream.concat(inference.details().stream(), inference.drug().stream())
                .distinct()
                .collect(joining(", ")),
            inference.rule().id(),
            sources.collect(joining(" ")))
        .strip();
  }
}
