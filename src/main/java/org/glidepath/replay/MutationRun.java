package org.glidepath.replay;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glidepath.cdshooks.Explanation;
import org.glidepath.decision.Decider;
import org.glidepath.replay.MutantResult.Outcome;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.mutation.ChangedRule;
import org.glidepath.rulebook.mutation.MovedFigure;
import org.glidepath.rulebook.mutation.Mutant;
import org.glidepath.rulebook.mutation.Mutants;

/**
 * Asks of each small change of a rule or a figure whether a test case notices it.
 *
 * <p>A changed rule can change the outcome of a case only where it, or the rule it was made from,
 * matches the facts of that case: the other cases are not run again.
 */
public final class MutationRun {

  /** Mutants compiled together; more would need more memory than the launcher grants. */
  private static final int TOGETHER = 100;

  private final RuleBook book;
  private final Mutants mutants;
  private final Replay replay;
  private final List<Passing> cases = new ArrayList<>();

  /** A case that comes out as expected with the rules as they are. */
  private record Passing(Path entry, Explanation why, Set<String> enabled) {}

  /**
   * Runs the cases once with the rules as they are; those that fail, or that get no answer, tell
   * nothing and are left out.
   *
   * @param book the rule book as it is
   * @param mutants its mutants
   * @param entries test cases and recorded requests
   * @param now the evaluation time of recorded requests
   */
  public MutationRun(RuleBook book, Mutants mutants, List<Path> entries, Instant now) {
    this.book = book;
    this.mutants = mutants;
    this.replay = new Replay(book, now);
    for (Path entry : entries) {
      Result result = replay.run(entry);
      result
          .answer()
          .filter(answer -> result.passed())
          .flatMap(answer -> answer.explanation())
          .ifPresent(why -> cases.add(new Passing(entry, why, replay.enabledFor(entry))));
    }
  }

  /** How many cases can notice anything. */
  public int cases() {
    return cases.size();
  }

  /**
   * Tries these figures, and tells of each, in their order, as soon as it is decided.
   *
   * @param jobs how many are tried at the same time
   */
  public List<MutantResult> runFigures(
      List<MovedFigure> chosen, int jobs, Consumer<MutantResult> told) {
    return Parallel.map(
        chosen,
        jobs,
        figure -> {
          RuleBook moved = book.withConventions(figure.conventions());
          return triedBy(cases.stream().map(Passing::entry), moved, figure);
        },
        told);
  }

  /**
   * Tries these changed rules, and tells of each, in their order, as soon as it is decided.
   *
   * @param jobs how many are tried at the same time
   */
  public List<MutantResult> runRules(
      List<ChangedRule> chosen, int jobs, Consumer<MutantResult> told) {
    List<MutantResult> results = new ArrayList<>();
    for (int from = 0; from < chosen.size(); from += TOGETHER) {
      List<ChangedRule> batch = chosen.subList(from, Math.min(from + TOGETHER, chosen.size()));
      runTogether(
          batch,
          jobs,
          result -> {
            results.add(result);
            told.accept(result);
          });
    }
    return results;
  }

  /** Where some of a batch do not compile, or fail, it is halved until those are found. */
  private void runTogether(List<ChangedRule> batch, int jobs, Consumer<MutantResult> told) {
    Optional<RuleBook> beside = mutants.beside(book, batch);
    Optional<Map<String, List<Path>>> touched = beside.flatMap(base -> touched(base, batch));
    if (touched.isPresent()) {
      Parallel.map(batch, jobs, mutant -> tried(beside.get(), mutant, touched.get()), told);
    } else if (batch.size() == 1) {
      ChangedRule mutant = batch.get(0);
      told.accept(
          beside
              .map(
                  base ->
                      triedBy(
                          cases.stream().map(Passing::entry),
                          Mutants.replacing(base, mutant),
                          mutant))
              .orElseGet(() -> new MutantResult(mutant, Outcome.REFUSED, "")));
    } else {
      runTogether(batch.subList(0, batch.size() / 2), jobs, told);
      runTogether(batch.subList(batch.size() / 2, batch.size()), jobs, told);
    }
  }

  private MutantResult tried(RuleBook beside, ChangedRule mutant, Map<String, List<Path>> touched) {
    Stream<Path> entries =
        Stream.of(mutant.changed().rule(), mutant.original())
            .flatMap(rule -> touched.getOrDefault(rule.name(), List.of()).stream())
            .distinct();
    return triedBy(
        entries.sorted(comparing((Path entry) -> !isOf(mutant.original(), entry))),
        Mutants.replacing(beside, mutant),
        mutant);
  }

  /** Whether a case was written for a rule: most likely it notices a change. */
  private static boolean isOf(Rule rule, Path entry) {
    return String.valueOf(entry.getFileName()).startsWith(rule.id().toLowerCase(Locale.ROOT));
  }

  private MutantResult triedBy(Stream<Path> entries, RuleBook book, Mutant mutant) {
    Replay changed = replay.with(book);
    return entries
        .filter(entry -> !changed.meets(entry))
        .findFirst()
        .map(entry -> new MutantResult(mutant, Outcome.NOTICED, entry.toString()))
        .orElseGet(() -> new MutantResult(mutant, Outcome.UNNOTICED, ""));
  }

  /**
   * The cases that each of the mutants, and of the rules they were made from, matches; empty where
   * one of them fails over a case, and with it the evaluation of all: {@code severity.get()} where
   * nobody asks any longer whether there is one.
   */
  private Optional<Map<String, List<Path>>> touched(RuleBook beside, List<ChangedRule> batch) {
    Set<String> names = new HashSet<>();
    batch.forEach(mutant -> names.add(mutant.original().name()));
    batch.forEach(mutant -> names.add(mutant.changed().rule().name()));
    Set<String> folders = book.rules().stream().map(Rule::folder).collect(toSet());
    Map<String, List<Path>> touched = new HashMap<>();
    for (Passing one : cases) {
      Decider decider = new Decider(beside.enabling(one.enabled()));
      Set<String> matched;
      try {
        matched = decider.matched(one.why().decision().facts(), folders);
      } catch (RuntimeException e) {
        return Optional.empty();
      }
      matched.retainAll(names);
      matched.forEach(
          name -> touched.computeIfAbsent(name, key -> new ArrayList<>()).add(one.entry()));
    }
    return Optional.of(touched);
  }
}
