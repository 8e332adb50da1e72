package org.glidepath.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.glidepath.replay.MutantResult;
import org.glidepath.replay.MutantResult.Outcome;
import org.glidepath.replay.MutationRun;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.mutation.ChangedRule;
import org.glidepath.rulebook.mutation.MovedFigure;
import org.glidepath.rulebook.mutation.Mutants;

/** Tells which changes of the rules and figures no test case notices. */
final class MutationReport {

  /** Share of changes, in percent, that the cases of a book are meant to notice. */
  private static final double GOAL = 95;

  /** The folder that a pattern for rules takes the figures to lie in. */
  private static final String FIGURES = "conventions";

  private final PrintWriter out;

  MutationReport(PrintWriter out) {
    this.out = out;
  }

  /**
   * Runs and reports; the exit status says whether the goal is reached.
   *
   * @param wanted which folder and id, {@code taper} and {@code TP-001}, is to be changed; figures
   *     lie in {@code conventions}
   */
  int write(
      RuleBook book,
      Mutants mutants,
      BiPredicate<String, String> wanted,
      List<Path> entries,
      int jobs,
      Instant recordedAt) {
    List<ChangedRule> rules =
        mutants.changedRules().stream()
            .filter(one -> wanted.test(one.original().folder(), one.original().id()))
            .toList();
    List<MovedFigure> figures =
        mutants.movedFigures(book).stream()
            .filter(one -> wanted.test(FIGURES, one.subject()))
            .toList();
    MutationRun run = new MutationRun(book, mutants, entries, recordedAt);
    Progress progress = new Progress(figures.size() + rules.size());
    List<MutantResult> results = new ArrayList<>();
    results.addAll(run.runFigures(figures, jobs, result -> tell(result, progress)));
    results.addAll(run.runRules(rules, jobs, result -> tell(result, progress)));
    progress.clear();
    return summary(results, run.cases());
  }

  private void tell(MutantResult result, Progress progress) {
    progress.clear();
    if (result.outcome() == Outcome.UNNOTICED) {
      out.println(result.mutant().inOneLine());
      out.flush();
    }
    progress.next(false);
  }

  private int summary(List<MutantResult> results, int cases) {
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
        cases);
    return percent >= GOAL ? Main.GOOD : Main.FINDINGS;
  }
}
