package org.glidepath.rulebook;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glidepath.fhir.ValueSets;
import org.glidepath.pharmacology.Conventions;
import org.glidepath.pharmacology.DrugTable;
import org.glidepath.rulebook.source.SourceFile;
import org.kie.api.KieBase;

/**
 * Everything clinical that the service knows, read from disk as one whole and never changed
 * afterwards.
 *
 * @param version hash over the content of every file it was read from, 12 hexadecimal digits: equal
 *     content, equal version
 * @param rules every rule of the DRL files, in the order of files and lines
 * @param enabled ids of the reserve rules that are switched on
 * @param cards card text of each catalogue id that gives advice
 * @param services the CDS services, in the order of {@code services.yaml}
 * @param evidence what each source key stands for
 * @param drugs benzodiazepines and Z-drugs
 * @param valueSets which codes mean what
 * @param conventions figures that the reading of the record needs
 * @param sources the DRL files as they were read, for whoever explains a rule
 * @param kieBase the compiled rules; shared by all threads, one session for each call
 */
public record RuleBook(
    String version,
    List<Rule> rules,
    Set<String> enabled,
    Map<String, CardText> cards,
    List<Service> services,
    Map<String, Evidence> evidence,
    DrugTable drugs,
    ValueSets valueSets,
    Conventions conventions,
    List<SourceFile> sources,
    KieBase kieBase) {

  /** Whether a rule of this book may fire: every rule but those in reserve that nobody enabled. */
  public boolean takesPart(Rule rule) {
    return !rule.reserve() || enabled.contains(rule.id());
  }

  /** Ids of the rules in reserve, whether enabled or not. */
  public Set<String> reserve() {
    return rules.stream().filter(Rule::reserve).map(Rule::id).collect(toUnmodifiableSet());
  }

  /** The hooks that its services answer. */
  public Set<String> hooks() {
    return services.stream().map(Service::hook).collect(toUnmodifiableSet());
  }

  /** The same book with other rules, compiled in this base. */
  public RuleBook withBase(List<Rule> others, KieBase base) {
    return new RuleBook(
        version,
        List.copyOf(others),
        enabled,
        cards,
        services,
        evidence,
        drugs,
        valueSets,
        conventions,
        sources,
        base);
  }

  /** The same book with other figures. */
  public RuleBook withConventions(Conventions others) {
    return new RuleBook(
        version, rules, enabled, cards, services, evidence, drugs, valueSets, others, sources,
        kieBase);
  }

  /** The same book with these reserve rules, and no others, switched on. */
  public RuleBook enabling(Set<String> ids) {
    return new RuleBook(
        version,
        rules,
        Set.copyOf(ids),
        cards,
        services,
        evidence,
        drugs,
        valueSets,
        conventions,
        sources,
        kieBase);
  }
}
