package org.glidepath.rulebook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.glidepath.rulebook.drl.DrlRule;
import org.glidepath.rulebook.source.Problems;

/** Finds rules that give advice which no service shows: nobody would ever see it. */
final class HiddenAdvice {

  private HiddenAdvice() {}

  static void check(List<Service> services, List<DrlRule> rules, Problems problems) {
    Set<String> shown = new HashSet<>();
    services.forEach(service -> shown.addAll(service.cards()));
    services.forEach(service -> shown.addAll(service.orderCards()));
    for (DrlRule drl : rules) {
      Rule rule = drl.rule();
      if (rule.advises() && shown.add(rule.id())) {
        problems.warning(
            drl.file().at(rule.line(), 1),
            "no service shows the advice of %s; name it under cards, or orderCards, of a service in services.yaml"
                .formatted(rule.id()));
      }
    }
  }
}
