package org.glidepath.rulebook.drl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glidepath.rulebook.source.Problems;

/** Refuses two rules with one name: Drools itself compares names only within one package. */
final class DuplicateNames {

  private DuplicateNames() {}

  /** The rules, each name once: whatever else could be said of the second would say it again. */
  static List<DrlRule> leaveOut(List<DrlRule> rules, Problems problems) {
    Map<String, DrlRule> first = new HashMap<>();
    List<DrlRule> kept = new ArrayList<>();
    for (DrlRule rule : rules) {
      DrlRule other = first.putIfAbsent(rule.rule().name(), rule);
      if (other == null) {
        kept.add(rule);
      } else {
        problems.error(
            rule.file().at(rule.start()),
            "rule \"%s\" exists already at %s:%d; give it another title"
                .formatted(rule.rule().name(), other.file().shown(), other.rule().line()));
      }
    }
    return kept;
  }
}
