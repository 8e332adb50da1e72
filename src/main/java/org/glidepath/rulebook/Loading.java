package org.glidepath.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.glidepath.pharmacology.Conventions;
import org.glidepath.rulebook.card.CardCheck;
import org.glidepath.rulebook.drl.Compiled;
import org.glidepath.rulebook.drl.CompiledFile;
import org.glidepath.rulebook.drl.Compiler;
import org.glidepath.rulebook.drl.DrlFiles;
import org.glidepath.rulebook.drl.DrlRule;
import org.glidepath.rulebook.drl.KeptRules;
import org.glidepath.rulebook.drl.KeptRules.Kept;
import org.glidepath.rulebook.drl.Mention;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFiles;
import org.glidepath.rulebook.table.ServiceReader;
import org.glidepath.rulebook.table.ServiceReader.Services;

/** One reading of a rule book. Tables are read beside the rules, on a second thread. */
final class Loading {

  private static final int VERSION_DIGITS = 12;

  private final SourceFiles files;
  private final DrlFiles drl;
  private final Optional<Compiled> last;
  private final Problems problems;

  /**
   * A reading of these files.
   *
   * @param drl reads its rules
   * @param last what the last reading compiled
   */
  Loading(SourceFiles files, DrlFiles drl, Optional<Compiled> last, Problems problems) {
    this.files = files;
    this.drl = drl;
    this.last = last;
    this.problems = problems;
  }

  /** A rule book, and what its rules were compiled to. */
  record Loaded(RuleBook book, Compiled compiled) {}

  /**
   * The rule book.
   *
   * @param keeper where its compiled rules may be kept
   */
  Loaded load(Optional<KeptRules> keeper) throws RuleBookException {
    CompletableFuture<Tables> tables = tables();
    Optional<Kept> kept = keeper.flatMap(KeptRules::read);
    return kept.isPresent()
        ? book(kept.get().rules(), List.of(), Optional.of(kept.get().compiled()), tables.join())
        : compiled(keeper, tables);
  }

  /** The rule book, checked and compiled whether it is kept or not. */
  Loaded compiled(Optional<KeptRules> keeper) throws RuleBookException {
    return compiled(keeper, tables());
  }

  private CompletableFuture<Tables> tables() {
    return CompletableFuture.supplyAsync(() -> Tables.read(files, problems));
  }

  private Loaded compiled(Optional<KeptRules> keeper, CompletableFuture<Tables> tables)
      throws RuleBookException {
    List<DrlRule> checked = drl.readAll(files.rules(name -> name.endsWith(".drl")), problems);
    if (checked.isEmpty() && !problems.any()) {
      problems.error(files.root(), "no rule is here; rules are files <folder>/<name>.drl");
    }
    Map<String, CompiledFile> known =
        last.map(Compiled::files).or(() -> keeper.map(KeptRules::readFiles)).orElse(Map.of());
    Optional<Compiled> compiled =
        Compiler.compile(checked, known, problems).map(now -> last.filter(now::sameAs).orElse(now));
    List<Rule> rules = checked.stream().map(DrlRule::rule).toList();
    Tables read = tables.join();
    CardCheck.check(read.cards(), checked, problems);
    List<Mention> mentions = new ArrayList<>(read.conventions().mentions());
    checked.forEach(rule -> mentions.addAll(rule.mentions()));
    read.mentions(rules).check(mentions, problems);
    Loaded loaded = book(rules, checked, compiled, read);
    keeper.ifPresent(keep -> compiled.ifPresent(all -> keep.write(rules, all)));
    return loaded;
  }

  private Loaded book(
      List<Rule> rules, List<DrlRule> checked, Optional<Compiled> compiled, Tables tables)
      throws RuleBookException {
    Services services =
        files
            .needed("services.yaml", problems)
            .map(
                file ->
                    ServiceReader.read(
                        file, rules, files.rules(name -> name.endsWith(".drl")), problems))
            .orElse(new Services(List.of(), Set.of(), List.of()));
    if (!checked.isEmpty()) {
      NeededPrefetch.check(services.prefetch(), checked, problems);
    }
    if (!problems.any()) {
      HiddenAdvice.check(services.services(), checked, problems);
    }
    Optional<Conventions> conventions = tables.conventions().conventions();
    if (problems.any() || compiled.isEmpty() || conventions.isEmpty()) {
      throw new RuleBookException(problems.sorted());
    }
    RuleBook book =
        new RuleBook(
            files.hash().substring(0, VERSION_DIGITS),
            rules,
            services.enabled(),
            tables.cards().texts(),
            services.services(),
            tables.evidence(),
            tables.drugs(),
            tables.valueSets(),
            conventions.get(),
            files.rules(name -> name.endsWith(".drl")),
            compiled.get().base());
    return new Loaded(book, compiled.get());
  }
}
