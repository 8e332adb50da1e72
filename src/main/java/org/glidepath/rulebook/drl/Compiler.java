package org.glidepath.rulebook.drl;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.drl.Blank.Part;
import org.glidepath.rulebook.drl.Compilation.Complaint;
import org.glidepath.rulebook.source.Place;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.kie.api.KieBase;

/**
 * Compiles checked rules, file by file. Rules with which something is wrong already are left out;
 * what the compiler refuses in the others is told with the rule it belongs to.
 */
public final class Compiler {

  private final Map<String, CompiledFile> known;
  private final Problems problems;

  private Compiler(Map<String, CompiledFile> known, Problems problems) {
    this.known = known;
    this.problems = problems;
  }

  /**
   * Compiles the sound ones of these rules; empty where the compiler refused any.
   *
   * @param known files that were compiled before, by their key; they are not compiled again
   */
  public static Optional<Compiled> compile(
      List<DrlRule> rules, Map<String, CompiledFile> known, Problems problems) {
    return new Compiler(known, problems).compile(rules.stream().filter(DrlRule::sound).toList());
  }

  /**
   * A base of compiled rules and more rules beside them; empty, without a word why, where the
   * compiler refuses any.
   *
   * @param compiled the rules of these files, which are not compiled again
   * @param originals the same rules
   * @param more rules with names of their own
   */
  public static Optional<KieBase> beside(
      Compiled compiled, List<DrlRule> originals, List<DrlRule> more) {
    Map<String, String> texts = new LinkedHashMap<>();
    byFile(more)
        .forEach(
            (file, rules) -> {
              String packageName = PackageCheck.expectedPackage(file);
              texts.put(
                  packageName.replace('.', '/') + "/" + file.fileName(),
                  text(file, rules, packageName));
            });
    List<Rule> all = Stream.concat(originals.stream(), more.stream()).map(DrlRule::rule).toList();
    return Compilation.of(texts).result().map(classes -> compiled.with(classes.load(), all));
  }

  private Optional<Compiled> compile(List<DrlRule> rules) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    Map<String, CompiledFile> files = new LinkedHashMap<>();
    Map<SourceFile, List<DrlRule>> byFile = byFile(rules);
    byFile.forEach((file, kept) -> compile(file, kept, files));
    return files.size() < byFile.size()
        ? Optional.empty()
        : Optional.of(Compiled.of(files, rules.stream().map(DrlRule::rule).toList()));
  }

  private void compile(SourceFile file, List<DrlRule> rules, Map<String, CompiledFile> into) {
    Map<String, String> text = text(file, rules);
    String key = CompiledFile.key(file.name(), String.join("", text.values()));
    CompiledFile compiledBefore = known.get(key);
    if (compiledBefore != null) {
      into.put(key, compiledBefore);
      return;
    }
    Compilation compilation = Compilation.of(text);
    compilation.result().ifPresent(classes -> into.put(key, CompiledFile.of(classes)));
    if (compilation.result().isEmpty()) {
      int blamed = rules.stream().mapToInt(this::blame).sum();
      if (blamed == 0) {
        compilation.complaints().forEach(complaint -> reportWhole(file, complaint));
      }
    }
  }

  /**
   * Compiles one rule alone: whatever the compiler says then belongs to it.
   *
   * @return how much it says
   */
  private int blame(DrlRule rule) {
    List<Complaint> complaints = Compilation.of(text(rule.file(), List.of(rule))).complaints();
    for (Complaint complaint : complaints) {
      problems.error(
          place(rule, complaint),
          "rule \"%s\" does not compile: %s".formatted(rule.rule().name(), complaint.text()));
    }
    return complaints.size();
  }

  private static Place place(DrlRule rule, Complaint complaint) {
    SourceFile file = rule.file();
    boolean own =
        complaint.path().endsWith(file.fileName()) && complaint.line() >= rule.rule().line();
    return own ? file.at((int) complaint.line(), 1) : file.at(rule.start());
  }

  private void reportWhole(SourceFile file, Complaint complaint) {
    problems.error(file.start(), "the rules do not compile together: " + complaint.text());
  }

  private static Map<SourceFile, List<DrlRule>> byFile(List<DrlRule> rules) {
    return rules.stream().collect(groupingBy(DrlRule::file, LinkedHashMap::new, toList()));
  }

  /** The text of one file for the compiler, by its path. */
  private static Map<String, String> text(SourceFile file, List<DrlRule> rules) {
    String packageName = PackageCheck.ownPackage(file);
    return Map.of(
        packageName.replace('.', '/') + "/" + file.fileName(), text(file, rules, packageName));
  }

  /** A file with all but these rules blanked, under a head of our own. */
  private static String text(SourceFile file, List<DrlRule> rules, String packageName) {
    String head =
        "package %s; import org.glidepath.facts.*; import java.math.BigDecimal; global Advise advise; "
            .formatted(packageName);
    return head
        + Blank.allBut(
            file.text(), rules.stream().map(rule -> new Part(rule.start(), rule.end())).toList());
  }
}
