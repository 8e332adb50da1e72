package org.glidepath.replay;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.glidepath.cdshooks.Explanation;
import org.glidepath.decision.Decider;
import org.glidepath.replay.MutantResult.Outcome;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.mutation.Mutant;
import org.glidepath.rulebook.mutation.Mutants;

/**
 * Asks of each small change of a rule whether a test case notices it.
 *
 * <p>A mutant can change the outcome of a case only where it, or the rule it was made from, matches
 * the facts of that case: the other cases are not run again.
 */
public final class MutationRun {

  /** Mutants compiled together; more would need more memory than the launcher grants. */
  private static final int TOGETHER = 60;

  private final RuleBook book;
  private final Mutants mutants;
  private final Instant now;
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
    this.now = now;
    Replay replay = new Replay(book, now);
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

  /** Tries these mutants, and tells of each as soon as it is decided. */
  public List<MutantResult> run(List<Mutant> chosen, Consumer<MutantResult> told) {
    List<MutantResult> results = new ArrayList<>();
    for (int from = 0; from < chosen.size(); from += TOGETHER) {
      List<Mutant> batch = chosen.subList(from, Math.min(from + TOGETHER, chosen.size()));
      runTogether(
          batch,
          result -> {
            results.add(result);
            told.accept(result);
          });
    }
    return results;
  }

  /** Where some of a batch do not compile, or fail, it is halved until those are found. */
  private void runTogether(List<Mutant> batch, Consumer<MutantResult> told) {
    Optional<RuleBook> beside = mutants.beside(book, batch);
    Optional<Map<String, List<Path>>> touched = beside.flatMap(base -> touched(base, batch));
    if (touched.isPresent()) {
      batch.forEach(mutant -> told.accept(tried(beside.get(), mutant, touched.get())));
    } else if (batch.size() == 1) {
      Mutant mutant = batch.get(0);
      told.accept(
          beside
              .map(base -> triedByAll(base, mutant))
              .orElseGet(() -> new MutantResult(mutant, Outcome.REFUSED, "")));
    } else {
      runTogether(batch.subList(0, batch.size() / 2), told);
      runTogether(batch.subList(batch.size() / 2, batch.size()), told);
    }
  }

  private MutantResult tried(RuleBook beside, Mutant mutant, Map<String, List<Path>> touched) {
    Replay replay = new Replay(Mutants.replacing(beside, mutant), now);
    Set<Path> tried = new HashSet<>();
    for (Rule rule : List.of(mutant.changed().rule(), mutant.original())) {
      for (Path entry : touched.getOrDefault(rule.name(), List.of())) {
        if (tried.add(entry) && !replay.run(entry).passed()) {
          return new MutantResult(mutant, Outcome.NOTICED, entry.toString());
        }
      }
    }
    return new MutantResult(mutant, Outcome.UNNOTICED, "");
  }

  private MutantResult triedByAll(RuleBook beside, Mutant mutant) {
    Replay replay = new Replay(Mutants.replacing(beside, mutant), now);
    return cases.stream()
        .map(Passing::entry)
        .filter(entry -> !replay.run(entry).passed())
        .findFirst()
        .map(entry -> new MutantResult(mutant, Outcome.NOTICED, entry.toString()))
        .orElseGet(() -> new MutantResult(mutant, Outcome.UNNOTICED, ""));
  }

  /**
   * The cases that each of the mutants, and of the rules they were made from, matches; empty where
   * one of them fails over a case, and with it the evaluation of all: {@code severity.get()} where
   * nobody asks any longer whether there is one.
   */
  private Optional<Map<String, List<Path>>> touched(RuleBook beside, List<Mutant> batch) {
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
