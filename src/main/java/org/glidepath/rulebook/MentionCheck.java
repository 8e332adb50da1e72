package org.glidepath.rulebook;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.glidepath.rulebook.drl.Mention;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.Problems;

/** Looks up the words of one file that another file gives a meaning. */
final class MentionCheck {

  private final Map<Mention.Kind, Set<String>> known;

  MentionCheck(
      Set<String> evidence, Set<String> valueSets, Set<String> drugs, Collection<Rule> rules) {
    Set<String> suppressible = new TreeSet<>();
    rules.stream()
        .filter(Rule::advises)
        .forEach(rule -> suppressible.addAll(List.of(rule.id(), rule.folder())));
    known =
        Map.of(
            Mention.Kind.EVIDENCE, evidence,
            Mention.Kind.VALUE_SET, valueSets,
            Mention.Kind.DRUG, drugs,
            Mention.Kind.SUPPRESSED, suppressible);
  }

  /** Notes the unknown words; where a file has no words at all, that has been told already. */
  void check(List<Mention> mentions, Problems problems) {
    for (Mention mention : mentions) {
      Set<String> words = known.getOrDefault(mention.kind(), Set.of());
      boolean readable =
          switch (mention.kind()) {
            case SUPPRESSED -> !problems.any("", ".drl");
            case DRUG -> !problems.any("", "benzodiazepines.csv") && !words.isEmpty();
            default -> !words.isEmpty();
          };
      if (readable && !words.contains(mention.word())) {
        problems.error(
            mention.place(),
            message(mention.kind(), mention.word()) + Hints.maybe(mention.word(), words));
      }
    }
  }

  private static String message(Mention.Kind kind, String word) {
    return switch (kind) {
      case EVIDENCE -> "evidence.yaml has no source \"%s\"; add it there.".formatted(word);
      case VALUE_SET ->
          "no value set \"%1$s\"; it would be the file valuesets/%1$s.json.".formatted(word);
      case DRUG -> "benzodiazepines.csv has no drug \"%s\".".formatted(word);
      case SUPPRESSED -> "no rule or folder \"%s\" gives advice.".formatted(word);
    };
  }
}
