package org.glidepath.rulebook.condition;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.glidepath.rulebook.condition.Element.All;
import org.glidepath.rulebook.condition.Element.Any;
import org.glidepath.rulebook.condition.Element.Pattern;
import org.glidepath.rulebook.condition.Element.Quantified;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;

/**
 * Warns of rules that can never fire, because they wait for a fact that nothing makes, and of rules
 * that fire at every call. What it cannot decide, it says nothing about.
 */
public final class IdleRules {

  private final LeftSides sides;
  private final Makers makers;
  private final Problems problems;
  private final Set<String> idle = new HashSet<>();

  private IdleRules(LeftSides sides, Makers makers, Problems problems) {
    this.sides = sides;
    this.makers = makers;
    this.problems = problems;
  }

  /**
   * Looks at each rule.
   *
   * @param files DRL files that have passed all checks
   * @param hooks the hooks that the services answer
   * @param keys the prefetch keys
   */
  public static void check(
      List<SourceFile> files, Collection<String> hooks, List<String> keys, Problems problems) {
    LeftSides sides = LeftSides.of(files);
    new IdleRules(sides, new Makers(sides, hooks, keys), problems).check();
  }

  private void check() {
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<String, LeftSide> side : sides.all().entrySet()) {
        if (!possible(side.getValue().elements()) && idle.add(side.getKey())) {
          makers.without(side.getKey());
          more = true;
        }
      }
    }
    sides.all().values().forEach(this::tell);
  }

  private void tell(LeftSide side) {
    side.elements().forEach(element -> tell(element, "the rule never fires"));
    new PresentAndAbsent(problems).check(side.elements());
    List<Pattern> first = side.elements().stream().flatMap(IdleRules::patterns).limit(1).toList();
    if (!first.isEmpty() && side.elements().stream().allMatch(this::certain)) {
      problems.warning(
          first.get(0).place(),
          "this holds at every call, so the rule always fires: name what it depends on");
    }
  }

  private void tell(Element element, String consequence) {
    if (element instanceof Pattern pattern) {
      makers
          .lack(pattern)
          .ifPresent(
              lack ->
                  problems.warning(
                      lack.place(), "%s: %s%s".formatted(lack.what(), consequence, lack.hint())));
    } else if (element instanceof All all) {
      all.parts().forEach(part -> tell(part, consequence));
    } else if (element instanceof Any any) {
      boolean none = !possible(any);
      any.parts().forEach(part -> tell(part, none ? consequence : "this alternative never holds"));
    } else if (element instanceof Quantified quantified) {
      tell(
          quantified.inner(),
          quantified.negated() ? "the \"not\" always holds, leave it out" : consequence);
    }
  }

  private boolean possible(List<Element> elements) {
    return elements.stream().allMatch(this::possible);
  }

  private boolean possible(Element element) {
    if (element instanceof Pattern pattern) {
      return makers.lack(pattern).isEmpty();
    }
    if (element instanceof All all) {
      return possible(all.parts());
    }
    if (element instanceof Any any) {
      return any.parts().stream().anyMatch(this::possible);
    }
    Quantified quantified = (Quantified) element;
    return quantified.negated() || possible(quantified.inner());
  }

  /** Whether it holds whatever the record says. */
  private boolean certain(Element element) {
    if (element instanceof Pattern pattern) {
      return makers.always(pattern);
    }
    if (element instanceof All all) {
      return all.parts().stream().allMatch(this::certain);
    }
    if (element instanceof Any any) {
      return any.parts().stream().anyMatch(this::certain);
    }
    Quantified quantified = (Quantified) element;
    return quantified.negated() ? !possible(quantified.inner()) : certain(quantified.inner());
  }

  private static Stream<Pattern> patterns(Element element) {
    if (element instanceof Pattern pattern) {
      return Stream.of(pattern);
    }
    if (element instanceof Quantified quantified) {
      return patterns(quantified.inner());
    }
    List<Element> parts = element instanceof All all ? all.parts() : ((Any) element).parts();
    return parts.stream().flatMap(IdleRules::patterns);
  }
}
