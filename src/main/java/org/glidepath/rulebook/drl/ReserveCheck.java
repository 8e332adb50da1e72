package org.glidepath.rulebook.drl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glidepath.rulebook.source.Problems;

/** Refuses an id that is only partly in reserve: it is switched on as a whole. */
final class ReserveCheck {

  private ReserveCheck() {}

  static void check(List<DrlRule> rules, Problems problems) {
    Map<String, DrlRule> first = new HashMap<>();
    for (DrlRule rule : rules) {
      DrlRule other = first.putIfAbsent(rule.rule().id(), rule);
      if (other != null && other.rule().reserve() != rule.rule().reserve()) {
        problems.error(
            rule.file().at(rule.start()),
            "%s is %s here and %s at %s:%d; write @reserve on all of its rules or on none"
                .formatted(
                    rule.rule().id(),
                    state(rule),
                    state(other),
                    other.file().shown(),
                    other.rule().line()));
      }
    }
  }

  private static String state(DrlRule rule) {
    return rule.rule().reserve() ? "in reserve" : "not in reserve";
  }
}
