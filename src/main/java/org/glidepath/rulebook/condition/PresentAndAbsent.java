package org.glidepath.rulebook.condition;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.glidepath.rulebook.condition.Element.All;
import org.glidepath.rulebook.condition.Element.Constraint;
import org.glidepath.rulebook.condition.Element.Pattern;
import org.glidepath.rulebook.condition.Element.Quantified;
import org.glidepath.rulebook.condition.Expression.Path;
import org.glidepath.rulebook.condition.Expression.This;
import org.glidepath.rulebook.source.Problems;

/** Finds rules that ask for a fact, and that there be none of it. */
final class PresentAndAbsent {

  private final Problems problems;

  PresentAndAbsent(Problems problems) {
    this.problems = problems;
  }

  void check(List<Element> elements) {
    List<Pattern> present = new ArrayList<>();
    List<Pattern> absent = new ArrayList<>();
    elements.forEach(element -> sort(element, present, absent));
    for (Pattern never : absent) {
      present.stream()
          .filter(pattern -> pattern.type().equals(never.type()))
          .filter(pattern -> asked(pattern).containsAll(asked(never)))
          .findFirst()
          .ifPresent(
              pattern ->
                  problems.warning(
                      never.place(),
                      "line %d asks for such a fact, and this that there be none: the rule never fires"
                          .formatted(pattern.place().line())));
    }
  }

  private static void sort(Element element, List<Pattern> present, List<Pattern> absent) {
    if (element instanceof Pattern pattern) {
      present.add(pattern);
    } else if (element instanceof All all) {
      all.parts().forEach(part -> sort(part, present, absent));
    } else if (element instanceof Quantified quantified
        && quantified.inner() instanceof Pattern pattern) {
      (quantified.negated() ? absent : present).add(pattern);
    }
  }

  /**
   * What is asked of a fact, as it is written; a variable for its field asks that it be the same.
   */
  private static Set<String> asked(Pattern pattern) {
    return pattern.constraints().stream().flatMap(PresentAndAbsent::asked).collect(toSet());
  }

  private static Stream<String> asked(Constraint constraint) {
    Stream<String> same =
        constraint.variable().stream()
            .filter(
                variable -> constraint.bound() instanceof Path path && path.owner() instanceof This)
            .map(variable -> ((Path) constraint.bound()).name() + " == " + variable);
    return Stream.concat(
        same,
        constraint.asked().stream()
            .map(asked -> asked.condition().drl().replaceFirst("^\\$\\w+ : ", "")));
  }
}
