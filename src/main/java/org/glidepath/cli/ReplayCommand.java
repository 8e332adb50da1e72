package org.glidepath.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.glidepath.replay.Replay;
import org.glidepath.replay.Reports;
import org.glidepath.replay.Result;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.mutation.Mutants;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glidepath replay}. */
@Command(
    name = "replay",
    description = "Answers test cases and recorded requests again, and compares.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./glidepath replay test-cases --only 'fl-*' --report target/replay"})
final class ReplayCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Folders of cases, or recorded requests (default: test-cases).")
  List<Path> paths = List.of();

  @Option(names = "--only", paramLabel = "GLOB", description = "Only cases with such a name.")
  @Nullable String only;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write report.html and junit.xml here.")
  @Nullable Path report;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "The evaluation time of recorded requests (default: now).")
  @Nullable Instant at;

  @Option(names = "--rules", paramLabel = "DIR", description = "The rule folder (default: rules).")
  @Nullable Path rules;

  @Option(
      names = "--mutate",
      description =
          "Change the rules one step at a time, and list the changes that no case notices.")
  boolean mutate;

  @Option(
      names = "--rule",
      paramLabel = "GLOB",
      description = "With --mutate: only rules whose id is such, TP-*.")
  @Nullable String rule;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Instant now = Clock.systemUTC().instant();
    try {
      RuleBook book = RuleFolder.load(Optional.ofNullable(rules));
      List<Path> where = paths.isEmpty() ? List.of(RuleFolder.home("test-cases")) : paths;
      List<Path> entries = Replay.find(where, Optional.ofNullable(only));
      if (entries.isEmpty()) {
        spec.commandLine().getErr().println("glidepath: nothing to replay in " + where);
        return Main.CANNOT_RUN;
      }
      return mutate ? mutate(book, entries, now) : replay(book, entries, now);
    } catch (RuleBookException e) {
      e.problems().forEach(spec.commandLine().getErr()::println);
      return Main.CANNOT_RUN;
    }
  }

  private int replay(RuleBook book, List<Path> entries, Instant now) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    long start = System.nanoTime();
    Progress progress = new Progress(entries.size());
    List<Result> results =
        new Replay(book, Optional.ofNullable(at).orElse(now))
            .run(
                entries,
                result -> {
                  progress.clear();
                  print(out, result);
                  progress.next();
                });
    progress.clear();
    long failed = results.stream().filter(result -> !result.passed()).count();
    out.printf(
        Locale.ROOT,
        "%d replayed, %d as expected, %d not, in %.1f s. Rule book %s%n",
        results.size(),
        results.size() - failed,
        failed,
        (System.nanoTime() - start) / 1e9,
        book.version());
    if (report != null) {
      Reports.write(report, results, book.version(), now);
      out.println("Report: " + report.resolve("report.html"));
    }
    return failed == 0 ? Main.GOOD : Main.FINDINGS;
  }

  private int mutate(RuleBook book, List<Path> entries, Instant now) {
    Path folder = Optional.ofNullable(rules).orElseGet(RuleFolder::delivered);
    return new MutationReport(spec.commandLine().getOut())
        .write(
            book,
            Mutants.of(folder, RuleFolder.profiles(folder)),
            Optional.ofNullable(rule).orElse("*"),
            entries,
            Optional.ofNullable(at).orElse(now));
  }

  private static void print(PrintWriter out, Result result) {
    if (!result.passed()) {
      out.println("FAILED " + result.name() + ": " + result.title());
      result.differences().forEach(difference -> out.println("  " + difference));
      out.flush();
    }
  }
}
