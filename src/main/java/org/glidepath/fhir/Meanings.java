package org.glidepath.fhir;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.glidepath.facts.Severity;
import org.glidepath.fhir.ValueSets.Concept;

/**
 * What a coded element means in value sets: by its codes, and where it has none, by a text that is
 * word for word the display of a code.
 */
final class Meanings {

  private final ValueSets valueSets;
  private final Map<String, Set<String>> byDisplay = new HashMap<>();

  Meanings(ValueSets valueSets) {
    this.valueSets = valueSets;
    for (String id : valueSets.ids()) {
      for (Concept concept : valueSets.concepts(id)) {
        byDisplay.computeIfAbsent(key(concept.display()), display -> new LinkedHashSet<>()).add(id);
      }
    }
    byDisplay.remove("");
  }

  /** Ids of the value sets that it belongs to. */
  Set<String> of(Coded coded) {
    if (!coded.codes().isEmpty()) {
      return coded.meaning(valueSets);
    }
    Set<String> ids = new LinkedHashSet<>();
    coded.texts().forEach(text -> ids.addAll(byDisplay.getOrDefault(key(text), Set.of())));
    return ids;
  }

  /** The same by codes and texts together: of a code that nobody knows the text counts. */
  Set<String> byCodeOrText(Coded coded) {
    Set<String> ids = new LinkedHashSet<>(coded.meaning(valueSets));
    coded.texts().forEach(text -> ids.addAll(byDisplay.getOrDefault(key(text), Set.of())));
    return ids;
  }

  /** The units in which a value set is measured; empty where none are stated. */
  List<String> units(String id) {
    return valueSets.units(id);
  }

  /** Whether a code, or a text or drug name in it, belongs to this value set. */
  boolean in(String id, Coded coded) {
    return coded.meaning(valueSets).contains(id)
        || coded.texts().stream()
            .anyMatch(text -> byDisplay.getOrDefault(key(text), Set.of()).contains(id))
        || valueSets.ingredientsIn(coded.text()).stream()
            .anyMatch(name -> name.means().contains(id));
  }

  /**
   * How bad it is: the value sets {@code mild}, {@code moderate} and {@code severe}, the worst of
   * those it belongs to; empty for none.
   */
  Optional<Severity> severity(Coded coded) {
    Set<String> means = of(coded);
    return Stream.of(Severity.values())
        .filter(severity -> means.contains(severity.name().toLowerCase(Locale.ROOT)))
        .max(Comparator.naturalOrder());
  }

  private static String key(String display) {
    return display.strip().toLowerCase(Locale.ROOT);
  }
}
