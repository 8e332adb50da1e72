package org.glidepath.rulebook.condition;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.glidepath.facts.Fact;

/** The facts that conditions are asked of, by their kinds. */
public final class KnownFacts {

  private final Map<Class<?>, List<Fact>> byType;

  private KnownFacts(Map<Class<?>, List<Fact>> byType) {
    this.byType = byType;
  }

  /** These facts: all that a decision knew at its end. */
  public static KnownFacts of(Collection<? extends Fact> facts) {
    return new KnownFacts(
        facts.stream().map(Fact.class::cast).collect(groupingBy(Object::getClass)));
  }

  List<Fact> of(Class<?> type) {
    return byType.getOrDefault(type, List.of());
  }
}
