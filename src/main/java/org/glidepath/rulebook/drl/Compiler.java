package org.glidepath.rulebook.drl;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.base.base.SalienceInteger;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.drl.Blank.Part;
import org.glidepath.rulebook.drl.Compilation.Complaint;
import org.glidepath.rulebook.source.Place;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;

/**
 * Compiles checked rules. Rules with which something is wrong already are left out; what the
 * compiler refuses in the others is told with the rule it belongs to.
 */
public final class Compiler {

  /** Advice speaks after all inference is at rest: inferring rules have salience 0. */
  private static final SalienceInteger AFTER_INFERENCE = new SalienceInteger(-1);

  private final Problems problems;

  private Compiler(Problems problems) {
    this.problems = problems;
  }

  /** Compiles the sound ones of these rules; empty where the compiler refused any. */
  public static Optional<Compiled> compile(List<DrlRule> rules, Problems problems) {
    return new Compiler(problems).compile(rules.stream().filter(DrlRule::sound).toList());
  }

  /** Compiles these rules; empty, without a word why, where the compiler refuses any. */
  public static Optional<Compiled> attempt(List<DrlRule> rules) {
    Optional<Compiled> compiled = Compilation.of(texts(rules)).result();
    compiled.ifPresent(
        all -> letAdviceSpeakLast(all.base(), rules.stream().map(DrlRule::rule).toList()));
    return compiled;
  }

  /** Makes advice speak last; before the first session, and once. */
  public static void letAdviceSpeakLast(KieBase base, List<Rule> rules) {
    Set<String> advice = rules.stream().filter(Rule::advises).map(Rule::name).collect(toSet());
    for (KiePackage one : base.getKiePackages()) {
      for (org.kie.api.definition.rule.Rule rule : one.getRules()) {
        if (advice.contains(rule.getName()) && rule instanceof RuleImpl compiled) {
          compiled.setSalience(AFTER_INFERENCE);
        }
      }
    }
  }

  private Optional<Compiled> compile(List<DrlRule> rules) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    Compilation all = Compilation.of(texts(rules));
    if (all.result().isPresent()) {
      letAdviceSpeakLast(all.result().get().base(), rules.stream().map(DrlRule::rule).toList());
      return all.result();
    }
    int before = problems.count();
    rules.forEach(this::blame);
    if (problems.count() == before) {
      all.complaints().forEach(complaint -> reportWhole(rules, complaint));
    }
    return Optional.empty();
  }

  /** Compiles one rule alone: whatever the compiler says then belongs to it. */
  private void blame(DrlRule rule) {
    for (Complaint complaint : Compilation.of(texts(List.of(rule))).complaints()) {
      problems.error(
          place(rule, complaint),
          "rule \"%s\" does not compile: %s".formatted(rule.rule().name(), complaint.text()));
    }
  }

  private static Place place(DrlRule rule, Complaint complaint) {
    SourceFile file = rule.file();
    boolean own = complaint.path().endsWith(file.name()) && complaint.line() >= rule.rule().line();
    return own ? file.at((int) complaint.line(), 1) : file.at(rule.start());
  }

  private void reportWhole(List<DrlRule> rules, Complaint complaint) {
    Place place =
        rules.stream()
            .map(DrlRule::file)
            .filter(file -> complaint.path().endsWith(file.name()))
            .findFirst()
            .or(() -> rules.stream().map(DrlRule::file).findFirst())
            .map(SourceFile::start)
            .orElse(new Place("rules", 1, 1));
    problems.error(place, "the rules do not compile together: " + complaint.text());
  }

  /** The files of these rules, with all others blanked. */
  private static Map<String, String> texts(List<DrlRule> rules) {
    Map<String, String> texts = new LinkedHashMap<>();
    rules.stream()
        .collect(groupingBy(DrlRule::file, LinkedHashMap::new, toList()))
        .forEach((file, kept) -> texts.put(path(file), text(file, kept)));
    return texts;
  }

  private static String path(SourceFile file) {
    return PackageCheck.expectedPackage(file).replace('.', '/') + "/" + file.fileName();
  }

  private static String text(SourceFile file, List<DrlRule> kept) {
    String head =
        "package %s; import org.glidepath.facts.*; import java.math.BigDecimal; global Advise advise; "
            .formatted(PackageCheck.expectedPackage(file));
    String rules =
        Blank.allBut(
            file.text(), kept.stream().map(rule -> new Part(rule.start(), rule.end())).toList());
    return head + rules;
  }
}
