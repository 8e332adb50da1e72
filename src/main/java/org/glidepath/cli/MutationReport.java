package org.glidepath.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.glidepath.replay.MutantResult;
import org.glidepath.replay.MutantResult.Outcome;
import org.glidepath.replay.MutationRun;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.mutation.Mutant;
import org.glidepath.rulebook.mutation.Mutants;

/** Tells which changes of the rules no test case notices. */
final class MutationReport {

  /** Share of changes, in percent, that the cases of a book are meant to notice. */
  private static final double GOAL = 95;

  private final PrintWriter out;

  MutationReport(PrintWriter out) {
    this.out = out;
  }

  /** Runs and reports; the exit status says whether the goal is reached. */
  int write(
      RuleBook book,
      Mutants mutants,
      Predicate<Rule> wanted,
      List<Path> entries,
      int jobs,
      Instant recordedAt) {
    List<Mutant> chosen =
        mutants.all().stream().filter(mutant -> wanted.test(mutant.original())).toList();
    MutationRun run = new MutationRun(book, mutants, entries, recordedAt);
    Progress progress = new Progress(chosen.size());
    List<MutantResult> results =
        run.run(
            chosen,
            jobs,
            result -> {
              progress.clear();
              if (result.outcome() == Outcome.UNNOTICED) {
                out.println(result.mutant());
                out.flush();
              }
              progress.next(false);
            });
    progress.clear();
    long compiled = results.stream().filter(r -> r.outcome() != Outcome.REFUSED).count();
    long noticed = results.stream().filter(r -> r.outcome() == Outcome.NOTICED).count();
    double percent = compiled == 0 ? 100 : 100.0 * noticed / compiled;
    out.printf(
        Locale.ROOT,
        "%d changes of the rules that compile, %d noticed by a case (%.1f %%, goal %.0f %%), %d"
            + " not; %d cases%n",
        compiled,
        noticed,
        percent,
        GOAL,
        compiled - noticed,
        run.cases());
    return percent >= GOAL ? Main.GOOD : Main.FINDINGS;
  }
}
