package org.glidepath.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.glidepath.facts.Allergy;
import org.glidepath.facts.CareActivity;
import org.glidepath.facts.CurrentEncounter;
import org.glidepath.facts.Diagnosis;
import org.glidepath.facts.Fact;
import org.glidepath.facts.InpatientStay;
import org.glidepath.facts.Measurement;
import org.glidepath.rulebook.drl.DrlRule;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.table.ServiceReader.PrefetchUse;

/** Finds what a service asks every client for and no rule of it looks at. */
final class NeededPrefetch {

  /**
   * The facts that are read from what comes under a key. Drugs and the patient are not among them:
   * they are needed before any rule is asked.
   */
  private static final Map<String, Set<Class<? extends Fact>>> FACTS =
      Map.of(
          "conditions", Set.of(Diagnosis.class),
          "observations", Set.of(Measurement.class),
          "allergies", Set.of(Allergy.class),
          "encounter", Set.of(CurrentEncounter.class, InpatientStay.class),
          "procedures", Set.of(CareActivity.class),
          "serviceRequests", Set.of(CareActivity.class));

  private NeededPrefetch() {}

  static void check(List<PrefetchUse> prefetch, List<DrlRule> rules, Problems problems) {
    for (PrefetchUse use : prefetch) {
      Set<String> words = new TreeSet<>();
      FACTS.getOrDefault(use.key(), Set.of()).forEach(type -> words.add(type.getSimpleName()));
      boolean needed =
          words.isEmpty()
              || rules.stream()
                  .filter(rule -> use.folders().contains(rule.rule().folder()))
                  .anyMatch(rule -> rule.names(words));
      if (!needed) {
        problems.warning(
            use.place(),
            "no rule of this service looks at %s: every call asks the client for %s in vain"
                .formatted(String.join(" or ", words), use.key()));
      }
    }
  }
}
