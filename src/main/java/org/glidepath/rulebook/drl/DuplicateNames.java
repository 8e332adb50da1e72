package org.glidepath.rulebook.drl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glidepath.rulebook.source.Problems;

/** Refuses two rules with one name: Drools itself compares names only within one package. */
final class DuplicateNames {

  private DuplicateNames() {}

  static void check(List<DrlRule> rules, Problems problems) {
    Map<String, DrlRule> first = new HashMap<>();
    for (DrlRule rule : rules) {
      DrlRule other = first.putIfAbsent(rule.rule().name(), rule);
      if (other != null) {
        problems.error(
            rule.file().at(rule.start()),
            "rule \"%s\" exists already at %s:%d; give it another title"
                .formatted(rule.rule().name(), other.file().shown(), other.rule().line()));
      }
    }
  }
}
