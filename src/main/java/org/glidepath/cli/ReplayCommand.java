package org.glidepath.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.glidepath.replay.Archives;
import org.glidepath.replay.BookComparison;
import org.glidepath.replay.Coverage;
import org.glidepath.replay.Replay;
import org.glidepath.replay.Reports;
import org.glidepath.replay.Result;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBooks;
import org.glidepath.rulebook.mutation.Mutants;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code glidepath replay}. */
@Command(
    name = "replay",
    description = "Answers test cases, recorded requests and records again, and compares.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./glidepath replay test-cases --only 'fl-*' --report target/replay",
      "  ./glidepath replay --changed=main",
      "  ./glidepath replay requests.tar.gz --against=HEAD --at 2026-03-01T10:00:00Z"
    })
final class ReplayCommand implements Callable<Integer> {

  @Mixin ReplayChoice choice = new ReplayChoice();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many cases run at a time (default: one for each processor).")
  int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = AnInstant.class,
      description = "The evaluation time of recorded requests and bundles (default: now).")
  @Nullable Instant at;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write report.html and junit.xml here.")
  @Nullable Path report;

  @Option(names = "--json", description = "Print one JSON object a line, one for each case.")
  boolean json;

  @Option(
      names = "--accept",
      description =
          "Show what differs, then write the actual result into the case, or beside the request.")
  boolean accept;

  @Option(
      names = "--against",
      paramLabel = "DIR|REV",
      description =
          "Compare with the rule book of another folder or git revision: cards that are new, lost"
              + " or changed, and the alert burden.")
  @Nullable String against;

  @Option(
      names = "--coverage",
      description = "List rules and conditions that no case makes true, or none false.")
  boolean coverage;

  @Option(
      names = "--mutate",
      description =
          "Change the rules and the figures of conventions.yaml one step at a time, and list the"
              + " changes that no case notices.")
  boolean mutate;

  @Option(
      names = "--rule",
      paramLabel = "GLOB",
      description =
          "With --mutate or --coverage: only rules whose id, TP-*, or folder and id, taper/*, is"
              + " such; figures are conventions/*.")
  @Nullable String rule;

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Instant now = Clock.systemUTC().instant();
    Optional<String> refusal = refusal();
    if (refusal.isPresent()) {
      spec.commandLine().getErr().println("glidepath: " + refusal.get());
      return Main.CANNOT_RUN;
    }
    try (Archives archives = Archives.in(choice.where())) {
      RuleBook book = RuleFolder.load(choice.rules());
      Instant time = Optional.ofNullable(at).orElse(now);
      Replay replay = new Replay(book, time);
      List<Path> found = choice.found(archives);
      if (found.isEmpty()) {
        spec.commandLine().getErr().println("glidepath: " + choice.nothingFound());
        return Main.CANNOT_RUN;
      }
      List<Path> chosen = choice.affected(found, book, replay, archives, told());
      if (mutate) {
        return mutate(book, chosen, time);
      }
      return against == null
          ? replay(replay, book, chosen, archives, now)
          : compare(replay, book, chosen, time, now);
    } catch (RuleBookException e) {
      e.problems().forEach(spec.commandLine().getErr()::println);
      return Main.CANNOT_RUN;
    }
  }

  /** What of the options does not go together, or makes no sense. */
  private Optional<String> refusal() {
    if (jobs < 1) {
      return Optional.of("--jobs is a whole number of at least 1");
    }
    if (mutate && coverage) {
      return Optional.of("--mutate and --coverage are two questions: ask one at a time");
    }
    if (rule != null && !mutate && !coverage) {
      return Optional.of("--rule goes with --mutate or --coverage; --only chooses cases");
    }
    if (accept && (mutate || against != null)) {
      return Optional.of("--accept stands alone: neither --against nor --mutate changes a case");
    }
    return Files.isDirectory(choice.folder())
        ? Optional.empty()
        : Optional.of("there is no folder " + choice.folder());
  }

  private int replay(
      Replay replay, RuleBook book, List<Path> entries, Archives archives, Instant now)
      throws IOException {
    Coverage covered =
        new Coverage(book, replay.explainer().conditions(), one -> wanted(one.folder(), one.id()));
    ReplayOutput output = new ReplayOutput(spec.commandLine(), json, entries.size());
    List<Result> results =
        replay
            .run(
                entries,
                jobs,
                result -> {
                  output.print(archives.shown(result));
                  if (coverage) {
                    covered.add(result);
                  }
                })
            .stream()
            .map(archives::shown)
            .toList();
    output.sum(book.version());
    if (coverage) {
      CoverageReport.print(out(), covered);
    }
    if (accept) {
      AcceptedCases.write(replay, results, told());
    }
    write(results, replay, Optional.empty(), now);
    return output.failed() == 0 ? Main.GOOD : Main.FINDINGS;
  }

  private boolean wanted(String folder, String id) {
    PathMatcher glob =
        FileSystems.getDefault().getPathMatcher("glob:" + Optional.ofNullable(rule).orElse("*"));
    return glob.matches(Path.of(id)) || glob.matches(Path.of(folder, id));
  }

  private int compare(Replay replay, RuleBook book, List<Path> entries, Instant time, Instant now)
      throws IOException, RuleBookException {
    RuleBook other = OtherBook.load(String.valueOf(against), choice.folder());
    Progress progress = new Progress(2 * entries.size());
    BookComparison comparison =
        BookComparison.of(other, book, entries, time, jobs, name -> progress.next(false));
    progress.clear();
    ComparisonText.print(out(), comparison, String.valueOf(against));
    if (report != null) {
      List<Result> results = replay.run(entries, jobs, result -> {});
      write(results, replay, Optional.of(comparison), now);
    }
    return comparison.differing().isEmpty() ? Main.GOOD : Main.FINDINGS;
  }

  private void write(
      List<Result> results, Replay replay, Optional<BookComparison> comparison, Instant now)
      throws IOException {
    if (report != null) {
      Reports.write(report, results, replay.explainer(), comparison, now);
      spec.commandLine().getErr().println("Report: " + report.resolve("report.html"));
    }
  }

  private int mutate(RuleBook book, List<Path> entries, Instant time) {
    Path folder = choice.folder();
    return new MutationReport(out())
        .write(
            book,
            Mutants.of(folder, RuleFolder.profiles(folder), Optional.of(RuleBooks.defaultCache())),
            this::wanted,
            entries,
            jobs,
            time);
  }

  /** An instant as people are told to write it. */
  static final class AnInstant implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return Instant.parse(value);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "\"%s\" is no instant; write 2026-03-01T10:00:00Z".formatted(value));
      }
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Where words for people go, so that lines for tools stay alone. */
  private PrintWriter told() {
    return json ? spec.commandLine().getErr() : out();
  }
}
