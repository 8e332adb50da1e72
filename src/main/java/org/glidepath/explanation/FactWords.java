package org.glidepath.explanation;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.Range;
import org.glidepath.rulebook.CardVariables;
import org.glidepath.rulebook.condition.Words;
import org.jspecify.annotations.Nullable;

/**
 * A fact in words: its kind, and what it says. What is empty or does not apply is left out; a
 * number is said with the name of its field behind it, which is its unit: "3 mg", "72 years".
 */
public final class FactWords {

  /** Fields whose value needs no name before it. */
  private static final Set<String> SAY_ALL = Set.of("name", "text", "means");

  private FactWords() {}

  /** The fact in one line: "risk class: alprazolam, level yes rising". */
  public static String of(Fact fact) {
    String parts = parts(fact);
    return parts.isEmpty() ? Words.of(fact.getClass()) : Words.of(fact.getClass()) + ": " + parts;
  }

  private static String parts(Object value) {
    RecordComponent[] components =
        Objects.requireNonNullElse(value.getClass().getRecordComponents(), new RecordComponent[0]);
    List<String> parts = new ArrayList<>();
    for (RecordComponent component : components) {
      if (!component.getName().equals("sources")) {
        part(component.getName(), get(component, value)).ifPresent(parts::add);
      }
    }
    return String.join(", ", parts);
  }

  private static Optional<String> part(String name, @Nullable Object value) {
    if (value == null || Boolean.FALSE.equals(value)) {
      return Optional.empty();
    }
    if (value instanceof Optional<?> optional) {
      return optional.flatMap(inner -> part(name, inner));
    }
    if (value instanceof Collection<?> items) {
      return items.isEmpty() ? Optional.empty() : Optional.of(list(name, items));
    }
    if (Boolean.TRUE.equals(value)) {
      return Optional.of(Words.of(name));
    }
    if (value instanceof Number || value instanceof Range) {
      return Optional.of(said(value) + " " + Words.of(name));
    }
    boolean namesItself = value instanceof Fact || value instanceof Drug || SAY_ALL.contains(name);
    return Optional.of(namesItself ? said(value) : Words.of(name) + " " + said(value));
  }

  /** A value inside of a fact; another fact is named, not told in full. */
  private static String said(Object value) {
    if (value instanceof Exposure exposure) {
      return exposure.drug().name();
    }
    if (value instanceof DraftOrder order) {
      return "order of " + order.name();
    }
    if (value instanceof Drug drug) {
      return drug.name();
    }
    return value instanceof Fact fact ? named(fact) : Words.value(value);
  }

  /** Another fact by its kind and the drug that it is about. */
  private static String named(Fact fact) {
    return CardVariables.within(List.of(fact), Exposure.class).stream()
        .findFirst()
        .map(exposure -> Words.of(fact.getClass()) + " of " + exposure.drug().name())
        .orElse(Words.of(fact.getClass()));
  }

  /** Several values; of those that are made of parts only how many there are. */
  private static String list(String name, Collection<?> items) {
    boolean parts = items.stream().anyMatch(item -> item instanceof Record);
    return parts
        ? items.size() + " " + Words.of(name)
        : Words.of(name)
            + " "
            + items.stream().map(FactWords::said).sorted().collect(joining(", "));
  }

  private static @Nullable Object get(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(owner.getClass() + " hides " + component.getName(), e);
    }
  }

  /** The resources that a fact came from. */
  static List<String> resources(Fact fact) {
    return fact.sources().stream().map(source -> source.reference()).distinct().toList();
  }
}
