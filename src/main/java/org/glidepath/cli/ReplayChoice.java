package org.glidepath.cli;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.glidepath.replay.Affected;
import org.glidepath.replay.Archives;
import org.glidepath.replay.Replay;
import org.glidepath.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which cases and requests are replayed, and with which rules. */
final class ReplayChoice {

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description =
          "Folders of cases, recorded requests, FHIR bundles, or archives of them (.zip, .tar.gz)."
              + " Default: test-cases.")
  List<Path> paths = List.of();

  @Option(names = "--only", paramLabel = "GLOB", description = "Only cases with such a name.")
  @Nullable String only;

  @Option(
      names = "--changed",
      arity = "0..1",
      fallbackValue = "HEAD",
      paramLabel = "REV",
      description =
          "Only cases that changed, or whose rules changed, since a git revision (default: the last"
              + " commit). Write --changed=REV.")
  @Nullable String changed;

  @Option(names = "--rules", paramLabel = "DIR", description = "The rule folder (default: rules).")
  @Nullable Path rules;

  /** The rule folder that was named. */
  Optional<Path> rules() {
    return Optional.ofNullable(rules);
  }

  /** The rule folder. */
  Path folder() {
    return rules().orElseGet(RuleFolder::delivered);
  }

  /** Where cases are looked for. */
  List<Path> where() {
    return paths.isEmpty() ? List.of(RuleFolder.home("test-cases")) : paths;
  }

  /** The cases and requests there whose names are wanted. */
  List<Path> found(Archives archives) {
    return Replay.find(archives.paths(), Optional.ofNullable(only));
  }

  /** What to say where there is none. */
  String nothingFound() {
    return "nothing to replay in %s%s; a test case is a folder with case.yaml, a request or a bundle is a .json file"
        .formatted(
            where().stream().map(Path::toString).collect(joining(", ")),
            only == null ? "" : " that is called " + only);
  }

  /** Those of them that a change since the revision can touch; all where none is named. */
  List<Path> affected(
      List<Path> found, RuleBook book, Replay replay, Archives archives, PrintWriter told) {
    if (changed == null) {
      return found;
    }
    List<Path> cases = archives.paths().stream().filter(where()::contains).toList();
    Affected affected =
        Affected.since(changed, book, folder(), RuleFolder.profiles(folder()), cases);
    told.println("Since " + changed + ": " + affected.summary());
    return found.stream().filter(entry -> affected.touches(entry, replay)).toList();
  }
}
