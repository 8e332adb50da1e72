package org.glidepath.rulebook.mutation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.drl.Compiled;
import org.glidepath.rulebook.drl.CompiledFile;
import org.glidepath.rulebook.drl.Compiler;
import org.glidepath.rulebook.drl.DrlFiles;
import org.glidepath.rulebook.drl.DrlRule;
import org.glidepath.rulebook.drl.KeptRules;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.glidepath.rulebook.source.SourceFiles;

/**
 * All mutants of a rule folder: its rules, and the figures beside them. Changed rules are compiled
 * beside the rules as they are, many at once, and one at a time takes the place of its original: to
 * compile is what takes long.
 */
public final class Mutants {

  private final List<DrlRule> rules;
  private final Compiled compiled;
  private final Optional<SourceFile> conventions;
  private final List<ChangedRule> changedRules;

  private Mutants(List<DrlRule> rules, Compiled compiled, Optional<SourceFile> conventions) {
    this.rules = rules;
    this.compiled = compiled;
    this.conventions = conventions;
    this.changedRules = rules.stream().flatMap(rule -> mutants(rule).stream()).toList();
  }

  /**
   * The mutants of a rule folder that has no errors.
   *
   * @param rulesDir the folder {@code rules}
   * @param profilesDir the folder {@code fhir-profiles}
   * @param keptIn where compiled rules are kept between starts; empty where they are not
   * @throws IllegalArgumentException where the folder has errors after all
   */
  public static Mutants of(Path rulesDir, Path profilesDir, Optional<Path> keptIn) {
    Problems problems = new Problems();
    SourceFiles files = SourceFiles.read(rulesDir, profilesDir, problems);
    List<DrlRule> rules = DrlFiles.read(files.rules(name -> name.endsWith(".drl")), problems);
    Map<String, CompiledFile> known =
        keptIn.map(folder -> new KeptRules(folder, files.hash()).readFiles()).orElse(Map.of());
    return Compiler.compile(rules, known, problems)
        .map(compiled -> new Mutants(rules, compiled, files.rule("conventions.yaml")))
        .orElseThrow(() -> new IllegalArgumentException(rulesDir + " has errors"));
  }

  /** Each changed rule, in the order of files and lines. */
  public List<ChangedRule> changedRules() {
    return changedRules;
  }

  /** Each figure of {@code conventions.yaml} a step up and down, for this rule book. */
  public List<MovedFigure> movedFigures(RuleBook book) {
    return conventions.stream()
        .flatMap(file -> MovedFigures.of(file, book.conventions().tables().keySet()).stream())
        .toList();
  }

  /**
   * The rule book with these mutants beside its rules; none of them takes part yet. Empty where
   * they do not compile together.
   */
  public Optional<RuleBook> beside(RuleBook book, List<ChangedRule> mutants) {
    List<DrlRule> changed = mutants.stream().map(ChangedRule::changed).toList();
    return Compiler.beside(compiled, rules, changed).map(base -> book.withBase(book.rules(), base));
  }

  /** The rule book in which a mutant has taken the place of its original. */
  public static RuleBook replacing(RuleBook beside, ChangedRule mutant) {
    List<Rule> rules =
        beside.rules().stream()
            .map(
                rule ->
                    rule.name().equals(mutant.original().name()) ? mutant.changed().rule() : rule)
            .toList();
    return beside.withBase(rules, beside.kieBase());
  }

  private static List<ChangedRule> mutants(DrlRule rule) {
    List<ChangedRule> mutants = new ArrayList<>();
    for (Edit edit : Edits.of(rule)) {
      mutants.add(mutant(rule, edit, mutants.size() + 1));
    }
    return mutants;
  }

  /** The changed rule in a file of its own, whose name and path say which mutant it is. */
  private static ChangedRule mutant(DrlRule rule, Edit edit, int number) {
    SourceFile file = rule.file();
    Rule original = rule.rule();
    String name = "%s, mutant %d".formatted(original.name(), number);
    String text =
        rule.file().text().substring(rule.start(), edit.start())
            + edit.replacement()
            + rule.file().text().substring(edit.end(), rule.end());
    text = text.replace("\"" + original.name() + "\"", "\"" + name + "\"");
    String path =
        "%s/%s-%d-%d.drl"
            .formatted(file.folder(), file.fileName().replace(".drl", ""), original.line(), number);
    DrlRule changed =
        new DrlRule(
            original.named(name),
            new SourceFile(path, file.shown(), text),
            0,
            text.length(),
            rule.because(),
            List.of(),
            true);
    return new ChangedRule(original, changed, file.at(edit.start()), edit.change());
  }
}
