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
    ConventionsReader conventions,
    Cards cards) {

  static Tables read(SourceFiles files, Problems problems) {
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

  /** The words that rules may use because these tables explain them. */
  MentionCheck mentions(List<Rule> rules) {
    Set<String> names = drugs.drugs().stream().map(Drug::name).collect(toSet());
    return new MentionCheck(evidence.keySet(), valueSets.ids(), names, rules);
  }
}
