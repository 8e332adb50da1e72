package org.glidepath.rulebook;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.glidepath.facts.Drug;
import org.glidepath.fhir.ValueSets;
import org.glidepath.pharmacology.Conventions;
import org.glidepath.pharmacology.DrugTable;
import org.glidepath.rulebook.CardText.OverrideReason;
import org.glidepath.rulebook.card.CardCheck;
import org.glidepath.rulebook.card.Cards;
import org.glidepath.rulebook.card.OverrideReasons;
import org.glidepath.rulebook.drl.Compiled;
import org.glidepath.rulebook.drl.Compiler;
import org.glidepath.rulebook.drl.DrlFiles;
import org.glidepath.rulebook.drl.DrlRule;
import org.glidepath.rulebook.drl.Mention;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFiles;
import org.glidepath.rulebook.table.ConventionsReader;
import org.glidepath.rulebook.table.DrugTableReader;
import org.glidepath.rulebook.table.EvidenceReader;
import org.glidepath.rulebook.table.ServiceReader;
import org.glidepath.rulebook.table.ValueSetReader;

/** Reads a rule book from disk, as a whole or not at all. */
public final class RuleBooks {

  private static final int VERSION_DIGITS = 12;

  /** Everything that does not depend on the rules. */
  private record Tables(
      Map<String, Evidence> evidence,
      DrugTable drugs,
      ValueSets valueSets,
      ConventionsReader conventions,
      Cards cards) {}

  private RuleBooks() {}

  /**
   * The rule book of a rule folder, with the folder {@code fhir-profiles} beside it.
   *
   * @throws RuleBookException with everything that is wrong
   */
  public static RuleBook load(Path rulesDir) throws RuleBookException {
    return load(rulesDir, profilesBeside(rulesDir));
  }

  /**
   * The rule book of a rule folder.
   *
   * @param rulesDir the folder {@code rules}
   * @param profilesDir the folder {@code fhir-profiles}, for its value sets
   * @throws RuleBookException with everything that is wrong
   */
  public static RuleBook load(Path rulesDir, Path profilesDir) throws RuleBookException {
    Problems problems = new Problems();
    SourceFiles files = SourceFiles.read(rulesDir, profilesDir, problems);
    CompletableFuture<Tables> tables =
        CompletableFuture.supplyAsync(
            () -> {
              Compiler.warmUp();
              return tables(files, problems);
            });
    List<DrlRule> checked = DrlFiles.read(files.rules(name -> name.endsWith(".drl")), problems);
    Optional<Compiled> compiled = Compiler.compile(checked, problems);
    Tables read = tables.join();
    List<Rule> rules = checked.stream().map(DrlRule::rule).toList();
    List<Service> services =
        files
            .needed("services.yaml", problems)
            .map(file -> ServiceReader.read(file, rules, problems))
            .orElse(List.of());
    CardCheck.check(read.cards(), checked, problems);
    mentions(read, rules).check(allMentions(read, checked), problems);
    Optional<Conventions> conventions = read.conventions().conventions();
    if (problems.any() || compiled.isEmpty() || conventions.isEmpty()) {
      throw new RuleBookException(problems.sorted());
    }
    return new RuleBook(
        files.hash().substring(0, VERSION_DIGITS),
        rules,
        read.cards().texts(),
        services,
        read.evidence(),
        read.drugs(),
        read.valueSets(),
        conventions.get(),
        compiled.get().base());
  }

  private static Tables tables(SourceFiles files, Problems problems) {
    Map<String, OverrideReason> reasons =
        files
            .needed("override-reasons.yaml", problems)
            .map(file -> OverrideReasons.read(file, problems))
            .orElse(Map.of());
    return new Tables(
        files
            .needed("evidence.yaml", problems)
            .map(file -> EvidenceReader.read(file, problems))
            .orElse(Map.of()),
        DrugTableReader.read(files, problems),
        ValueSetReader.read(files.valueSets(), problems),
        files
            .needed("conventions.yaml", problems)
            .map(file -> ConventionsReader.read(file, problems))
            .orElse(new ConventionsReader(Optional.empty(), List.of())),
        Cards.read(files, reasons, problems));
  }

  private static MentionCheck mentions(Tables tables, List<Rule> rules) {
    Set<String> drugs = tables.drugs().drugs().stream().map(Drug::name).collect(toSet());
    return new MentionCheck(tables.evidence().keySet(), tables.valueSets().ids(), drugs, rules);
  }

  private static List<Mention> allMentions(Tables tables, List<DrlRule> rules) {
    List<Mention> mentions = new ArrayList<>(tables.conventions().mentions());
    rules.forEach(rule -> mentions.addAll(rule.mentions()));
    return mentions;
  }

  private static Path profilesBeside(Path rulesDir) {
    Path name = rulesDir.getFileName();
    boolean plain = name != null && !name.toString().isEmpty() && !name.toString().startsWith(".");
    return plain
        ? rulesDir.resolveSibling("fhir-profiles")
        : rulesDir.toAbsolutePath().normalize().resolveSibling("fhir-profiles");
  }
}
