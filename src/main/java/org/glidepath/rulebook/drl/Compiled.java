package org.glidepath.rulebook.drl;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.base.base.SalienceInteger;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.glidepath.rulebook.Rule;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;

/**
 * Compiled rules.
 *
 * @param base the rules, ready for sessions
 * @param files the files they were compiled from, by their key, in the order of the files
 */
public record Compiled(KieBase base, Map<String, CompiledFile> files) {

  /** Advice speaks after all inference is at rest: inferring rules have salience 0. */
  private static final SalienceInteger AFTER_INFERENCE = new SalienceInteger(-1);

  /** A base of these files, in which advice speaks last. */
  static Compiled of(Map<String, CompiledFile> files, Collection<Rule> rules) {
    return new Compiled(base(models(files).toList(), rules), files);
  }

  /** A base of these rules and of more models, in which advice speaks last. */
  KieBase with(List<Model> more, Collection<Rule> rules) {
    return base(Stream.concat(models(files), more.stream()).toList(), rules);
  }

  private static Stream<Model> models(Map<String, CompiledFile> files) {
    return files.values().stream().flatMap(file -> file.models().stream());
  }

  private static KieBase base(List<Model> models, Collection<Rule> rules) {
    KieBase base = KieBaseBuilder.createKieBaseFromModel(models);
    Set<String> advice = rules.stream().filter(Rule::advises).map(Rule::name).collect(toSet());
    for (KiePackage one : base.getKiePackages()) {
      for (org.kie.api.definition.rule.Rule rule : one.getRules()) {
        if (advice.contains(rule.getName()) && rule instanceof RuleImpl compiled) {
          compiled.setSalience(AFTER_INFERENCE);
        }
      }
    }
    return base;
  }
}
