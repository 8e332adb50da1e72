package org.glidepath.replay;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.glidepath.replay.Snapshot.Shown;
import org.glidepath.rulebook.RuleBook;

/**
 * Two rule books over the same cases and requests: what a committee wants to see before a change
 * goes live.
 *
 * @param before version of the book that is compared with
 * @param after version of the book that is judged
 * @param calls how many calls were made
 * @param differing the calls that come out otherwise
 * @param burden cards per 100 calls, by rule and tier
 */
public record BookComparison(
    String before, String after, int calls, List<Call> differing, List<Load> burden) {

  private static final String ALL = "all";

  /** What became of a card. */
  public enum Kind {
    NEW,
    LOST,
    CHANGED
  }

  /**
   * A card that differs.
   *
   * @param kind whether it is new, lost or changed
   * @param rule its topic
   * @param indicator how urgent it is; of a changed card "warning, was info" where that differs
   * @param summary its summary now; of a lost card, as it was
   * @param gone lines that it no longer says
   * @param come lines that it did not say before
   */
  public record Change(
      Kind kind,
      String rule,
      String indicator,
      String summary,
      List<String> gone,
      List<String> come) {}

  /**
   * A call that comes out otherwise.
   *
   * @param name of the case or request
   * @param outcome "no longer as expected", "as expected now", or empty
   * @param changes its cards that differ
   */
  public record Call(String name, String outcome, List<Change> changes) {}

  /**
   * How often a rule shows a card.
   *
   * @param rule its id, or "all"
   * @param indicator its tier, or "all"
   * @param before cards per 100 calls with the book that is compared with
   * @param after cards per 100 calls with the book that is judged
   */
  public record Load(String rule, String indicator, double before, double after) {

    /** Whether it differs by as much as is shown. */
    public boolean moved() {
      return Math.abs(after - before) >= 0.05;
    }
  }

  /**
   * Runs both over the cases as the book that is judged reads them.
   *
   * @param jobs how many calls at a time
   * @param told hears of each call that has been made
   */
  public static BookComparison of(
      RuleBook before,
      RuleBook after,
      List<Path> entries,
      Instant at,
      int jobs,
      Consumer<String> told) {
    Replay replay = new Replay(after, at);
    List<Snapshot> then = snapshots(replay.with(before), entries, jobs, told);
    List<Snapshot> now = snapshots(replay, entries, jobs, told);
    List<Call> differing = new ArrayList<>();
    for (int i = 0; i < then.size(); i++) {
      Call call = call(then.get(i), now.get(i));
      if (!call.outcome().isEmpty() || !call.changes().isEmpty()) {
        differing.add(call);
      }
    }
    return new BookComparison(
        before.version(), after.version(), entries.size(), differing, burden(then, now));
  }

  /** How many cards are new, lost or changed. */
  public long count(Kind kind) {
    return differing.stream()
        .flatMap(call -> call.changes().stream())
        .filter(change -> change.kind() == kind)
        .count();
  }

  private static List<Snapshot> snapshots(
      Replay replay, List<Path> entries, int jobs, Consumer<String> told) {
    return Parallel.map(
        entries,
        jobs,
        entry -> Snapshot.of(replay.run(entry)),
        snapshot -> told.accept(snapshot.name()));
  }

  private static Call call(Snapshot before, Snapshot after) {
    String outcome =
        before.passed() == after.passed()
            ? ""
            : after.passed() ? "as expected now" : "no longer as expected";
    return new Call(after.name(), outcome, changes(before.cards(), after.cards()));
  }

  /** Cards of one rule are compared in their order: the first with the first. */
  private static List<Change> changes(List<Shown> before, List<Shown> after) {
    Map<String, List<Shown>> then = byRule(before);
    Map<String, List<Shown>> now = byRule(after);
    List<Change> changes = new ArrayList<>();
    Stream.concat(now.keySet().stream(), then.keySet().stream())
        .distinct()
        .forEach(
            rule -> {
              List<Shown> old = then.getOrDefault(rule, List.of());
              List<Shown> young = now.getOrDefault(rule, List.of());
              for (int i = 0; i < Math.max(old.size(), young.size()); i++) {
                if (i >= old.size()) {
                  changes.add(change(Kind.NEW, young.get(i)));
                } else if (i >= young.size()) {
                  changes.add(change(Kind.LOST, old.get(i)));
                } else if (!old.get(i).equals(young.get(i))) {
                  changes.add(changed(old.get(i), young.get(i)));
                }
              }
            });
    return changes;
  }

  private static Map<String, List<Shown>> byRule(List<Shown> cards) {
    return cards.stream()
        .collect(groupingBy(Shown::rule, LinkedHashMap::new, toCollection(ArrayList::new)));
  }

  private static Change change(Kind kind, Shown card) {
    return new Change(kind, card.rule(), card.indicator(), card.summary(), List.of(), List.of());
  }

  private static Change changed(Shown before, Shown after) {
    String indicator =
        before.indicator().equals(after.indicator())
            ? after.indicator()
            : after.indicator() + ", was " + before.indicator();
    return new Change(
        Kind.CHANGED,
        after.rule(),
        indicator,
        after.summary(),
        before.lines().stream().filter(line -> !after.lines().contains(line)).toList(),
        after.lines().stream().filter(line -> !before.lines().contains(line)).toList());
  }

  /** A rule and a tier, or all of them. */
  private record Tier(String rule, String indicator) {}

  private static List<Load> burden(List<Snapshot> before, List<Snapshot> after) {
    Map<Tier, Double> then = perHundred(before);
    Map<Tier, Double> now = perHundred(after);
    return Stream.concat(then.keySet().stream(), now.keySet().stream())
        .distinct()
        .sorted(
            comparing((Tier tier) -> tier.rule().equals(ALL))
                .thenComparing(Tier::rule)
                .thenComparing(tier -> tier.indicator().equals(ALL))
                .thenComparing(Tier::indicator))
        .map(
            tier ->
                new Load(
                    tier.rule(),
                    tier.indicator(),
                    then.getOrDefault(tier, 0.0),
                    now.getOrDefault(tier, 0.0)))
        .toList();
  }

  private static Map<Tier, Double> perHundred(List<Snapshot> snapshots) {
    long calls = snapshots.stream().filter(Snapshot::answered).count();
    Map<Tier, Double> counts = new HashMap<>();
    for (Snapshot snapshot : snapshots) {
      for (Shown card : snapshot.cards()) {
        Stream.of(
                new Tier(card.rule(), card.indicator()),
                new Tier(ALL, card.indicator()),
                new Tier(ALL, ALL))
            .forEach(tier -> counts.merge(tier, 100.0 / calls, Double::sum));
      }
    }
    return counts;
  }
}
