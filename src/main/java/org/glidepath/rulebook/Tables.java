package org.glidepath.rulebook;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Drug;
import org.glidepath.fhir.ValueSets;
import org.glidepath.pharmacology.DrugTable;
import org.glidepath.rulebook.CardText.OverrideReason;
import org.glidepath.rulebook.card.Cards;
import org.glidepath.rulebook.card.OverrideReasons;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFiles;
import org.glidepath.rulebook.table.ConventionsReader;
import org.glidepath.rulebook.table.DrugTableReader;
import org.glidepath.rulebook.table.EvidenceReader;
import org.glidepath.rulebook.table.ValueSetReader;

/** The parts of a rule book that can be read without its rules. */
record Tables(
    Map<String, Evidence> evidence,
    DrugTable drugs,
    ValueSets valueSets,
    Set<String> valueSetNames,
    ConventionsReader.Read conventions,
    Cards cards) {

  static Tables read(SourceFiles files, Problems problems) {
    Map<String, OverrideReason> reasons =
        files
            .needed("override-reasons.yaml", problems)
            .map(file -> OverrideReasons.read(file, problems))
            .orElse(Map.of());
    DrugTable drugs = DrugTableReader.read(files, problems);
    return new Tables(
        files
            .needed("evidence.yaml", problems)
            .map(file -> EvidenceReader.read(file, problems))
            .orElse(Map.of()),
        drugs,
        ValueSetReader.read(files.valueSets(), problems),
        ValueSetReader.names(files.valueSets()),
        files
            .needed("conventions.yaml", problems)
            .map(file -> ConventionsReader.read(file, drugs.equivalenceTables(), problems))
            .orElse(new ConventionsReader.Read(Optional.empty(), List.of())),
        Cards.read(files, reasons, problems));
  }

  /** The words that rules may use because these tables explain them. */
  MentionCheck mentions(List<Rule> rules) {
    Set<String> names = drugs.drugs().stream().map(Drug::name).collect(toSet());
    return new MentionCheck(evidence.keySet(), valueSetNames, names, rules);
  }
}
