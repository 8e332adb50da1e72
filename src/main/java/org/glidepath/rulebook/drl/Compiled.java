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
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;

/**
 * Compiled rules. Their base is made when it is first asked for: that takes most of a second, and a
 * book that is refused needs none.
 */
public final class Compiled {

  /** Advice speaks after all inference is at rest: inferring rules have salience 0. */
  private static final SalienceInteger AFTER_INFERENCE = new SalienceInteger(-1);

  private final Map<String, CompiledFile> files;
  private final Collection<Rule> rules;
  private @Nullable KieBase base;

  private Compiled(Map<String, CompiledFile> files, Collection<Rule> rules) {
    this.files = files;
    this.rules = rules;
  }

  /** These files, in which these rules are. */
  static Compiled of(Map<String, CompiledFile> files, Collection<Rule> rules) {
    return new Compiled(files, rules);
  }

  /** The files they were compiled from, by their key, in the order of the files. */
  public Map<String, CompiledFile> files() {
    return files;
  }

  /** Whether these are the same files in the same order: then one base serves both. */
  public boolean sameAs(Compiled other) {
    return List.copyOf(files.keySet()).equals(List.copyOf(other.files.keySet()));
  }

  /** The rules, ready for sessions; advice speaks last. */
  public synchronized KieBase base() {
    if (base == null) {
      base = base(models(files).toList(), rules);
    }
    return base;
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
