package org.glidepath.replay;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.condition.LeftSide;
import org.glidepath.rulebook.condition.LeftSides;
import org.glidepath.rulebook.source.SourceFile;

/**
 * The cases that a change since a git revision can touch: those that changed themselves, and those
 * that name a rule which changed, which matches on what a changed rule concludes, or whose advice a
 * changed rule suppresses. A change outside of rules and card texts (a drug table, a value set, a
 * service) can touch any case.
 */
public final class Affected {

  private static final Pattern SUPPRESSES = Pattern.compile("@ suppresses \\( ([^)]*)\\)");
  private static final Pattern WORD = Pattern.compile("[\\w-]+");

  private final RuleBook book;
  private final LeftSides sides;
  private final Set<Path> changedFolders = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> types = new HashSet<>();
  private final List<Path> everywhere = new ArrayList<>();

  private Affected(RuleBook book) {
    this.book = book;
    this.sides = LeftSides.of(book.sources());
  }

  /**
   * What has changed.
   *
   * @param rules the rule folder
   * @param profiles the folder of the value sets
   * @param cases the folders of the cases
   */
  public static Affected since(
      String revision, RuleBook book, Path rules, Path profiles, List<Path> cases) {
    Git git = Git.at(rules, revision);
    Affected affected = new Affected(book);
    git.changed(List.of(rules)).forEach(file -> affected.ruleFile(git, file));
    affected.everywhere.addAll(git.changed(List.of(profiles)));
    affected.everywhere.removeIf(file -> file.toString().endsWith(".md"));
    for (Path one : cases) {
      Git.at(one, revision)
          .changed(List.of(one))
          .forEach(file -> affected.changedFolders.add(file.getParent()));
    }
    return affected;
  }

  /** Whether the outcome of a case or request can be another than it was. */
  public boolean touches(Path entry, Replay replay) {
    if (!everywhere.isEmpty()) {
      return true;
    }
    Path absolute = Git.real(entry);
    Optional<Expectation> expected = replay.expectation(entry);
    boolean fileBesideAChange = expected.isEmpty() && changedFolders.contains(absolute.getParent());
    return changedFolders.contains(absolute)
        || fileBesideAChange
        || expected.filter(this::touches).isPresent();
  }

  private boolean touches(Expectation expected) {
    return expected.rules().stream().anyMatch(ids::contains)
        || expected.inferred().keySet().stream().anyMatch(types::contains);
  }

  /** What changed, for a line above the results. */
  public String summary() {
    if (!everywhere.isEmpty()) {
      return "%s changed, which can touch every case".formatted(everywhere.get(0).getFileName());
    }
    return ids.isEmpty()
        ? "no rule changed"
        : "rules that changed or depend on a change: "
            + String.join(", ", ids.stream().sorted().toList());
  }

  private void ruleFile(Git git, Path file) {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".drl")) {
      drl(git, file);
    } else if (name.matches("[A-Z]{2}-\\d{3}\\.[a-z]+\\.yaml")) {
      ids.add(name.substring(0, name.indexOf('.')));
    } else if (!name.endsWith(".md")) {
      everywhere.add(file);
    }
  }

  private void drl(Git git, Path file) {
    Map<String, String> before = new HashMap<>();
    git.textOf(file).ifPresent(text -> before.putAll(LeftSides.texts(source(file, text))));
    Map<String, String> after = new HashMap<>();
    now(file).ifPresent(source -> after.putAll(LeftSides.texts(source)));
    LeftSides old =
        LeftSides.of(git.textOf(file).stream().map(text -> source(file, text)).toList());
    Stream.concat(before.keySet().stream(), after.keySet().stream())
        .distinct()
        .filter(rule -> !Objects.equals(before.get(rule), after.get(rule)))
        .forEach(
            rule -> {
              old.of(rule).ifPresent(side -> changed(rule, side));
              sides.of(rule).ifPresent(side -> changed(rule, side));
              suppressedIn(before.getOrDefault(rule, ""));
              suppressedIn(after.getOrDefault(rule, ""));
            });
  }

  private Optional<SourceFile> now(Path file) {
    return book.sources().stream()
        .filter(source -> file.endsWith(Path.of(source.name())))
        .findFirst();
  }

  private static SourceFile source(Path file, String text) {
    return new SourceFile(file.toString(), file.toString(), text);
  }

  /**
   * A rule that may say something else than before, with the rules whose place it takes and
   * whatever follows from what it concludes.
   */
  private void changed(String rule, LeftSide side) {
    ids.add(rule.split(" ", 2)[0]);
    book.rules().stream()
        .filter(one -> one.name().equals(rule))
        .flatMap(one -> one.suppresses().stream())
        .forEach(this::suppressed);
    side.concluded().forEach(this::concluded);
  }

  private void suppressedIn(String rule) {
    Matcher list = SUPPRESSES.matcher(rule);
    while (list.find()) {
      Matcher word = WORD.matcher(list.group(1));
      while (word.find()) {
        suppressed(word.group());
      }
    }
  }

  private void suppressed(String idOrFolder) {
    ids.add(idOrFolder);
    ids.addAll(
        book.rules().stream()
            .filter(rule -> rule.folder().equals(idOrFolder))
            .map(Rule::id)
            .collect(toSet()));
  }

  private void concluded(Class<?> type) {
    if (types.add(type.getSimpleName())) {
      for (Rule rule : book.rules()) {
        sides
            .of(rule.name())
            .filter(side -> side.matched().contains(type))
            .ifPresent(side -> changed(rule.name(), side));
      }
    }
  }
}
