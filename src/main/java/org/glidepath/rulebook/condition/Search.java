package org.glidepath.rulebook.condition;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.glidepath.facts.Fact;
import org.glidepath.rulebook.condition.Element.All;
import org.glidepath.rulebook.condition.Element.Any;
import org.glidepath.rulebook.condition.Element.Asked;
import org.glidepath.rulebook.condition.Element.Constraint;
import org.glidepath.rulebook.condition.Element.Pattern;
import org.glidepath.rulebook.condition.Element.Quantified;
import org.glidepath.rulebook.condition.Expression.Joined;
import org.glidepath.rulebook.condition.Scope.Unbound;
import org.jspecify.annotations.Nullable;

/** Looks for facts that fulfil a left side, one part after the other, and counts on the way. */
final class Search {

  private final KnownFacts facts;
  private final Tally tally;
  private final Optional<Condition> granted;
  private final boolean everyWay;

  private Search(KnownFacts facts, Tally tally, Optional<Condition> granted, boolean everyWay) {
    this.facts = facts;
    this.tally = tally;
    this.granted = granted;
    this.everyWay = everyWay;
  }

  /** A search for every way in which a left side holds. */
  static Search all(KnownFacts facts, Tally tally) {
    return new Search(facts, tally, Optional.empty(), true);
  }

  /**
   * A search for one way.
   *
   * @param granted a condition that is taken to hold, whatever the facts say
   */
  static Search any(KnownFacts facts, Tally tally, Optional<Condition> granted) {
    return new Search(facts, tally, granted, false);
  }

  boolean run(List<Element> elements) {
    return all(
        elements,
        Scope.empty(),
        scope -> {
          tally.fulfil();
          return true;
        });
  }

  private boolean all(List<Element> elements, Scope scope, Predicate<Scope> next) {
    return elements.isEmpty()
        ? next.test(scope)
        : one(
            elements.get(0),
            scope,
            after -> all(elements.subList(1, elements.size()), after, next));
  }

  /** Whether an element holds in any way that what comes next agrees with. */
  private boolean one(Element element, Scope scope, Predicate<Scope> next) {
    if (element instanceof Pattern pattern) {
      return pattern(pattern, scope, next);
    }
    if (element instanceof All all) {
      return all(all.parts(), scope, next);
    }
    if (element instanceof Any any) {
      return any(any, scope, next);
    }
    Quantified quantified = (Quantified) element;
    boolean holds = there(quantified.inner(), scope) != quantified.negated();
    return counted(quantified.condition(), holds) && next.test(scope);
  }

  private boolean any(Any any, Scope scope, Predicate<Scope> next) {
    boolean holds = any.parts().stream().anyMatch(part -> there(part, scope));
    if (!counted(any.condition(), holds)) {
      return false;
    }
    if (!holds) {
      return next.test(scope);
    }
    boolean found = false;
    for (Element part : any.parts()) {
      found |= one(part, scope, next);
    }
    return found;
  }

  private boolean there(Element element, Scope scope) {
    return one(element, scope, after -> true);
  }

  private boolean pattern(Pattern pattern, Scope scope, Predicate<Scope> next) {
    List<Fact> candidates = facts.of(pattern.type());
    boolean there = !candidates.isEmpty();
    if (!pattern.presence().map(presence -> counted(presence, there)).orElse(there)) {
      return false;
    }
    if (candidates.isEmpty()) {
      return next.test(scope);
    }
    boolean found = false;
    for (Fact fact : candidates) {
      Scope within = scope.within(fact);
      Scope matched =
          pattern.variable().map(variable -> within.binding(variable, fact)).orElse(within);
      found |= constraints(pattern.constraints(), matched, next);
      if (found && !everyWay) {
        return true;
      }
    }
    return found;
  }

  private boolean constraints(List<Constraint> constraints, Scope scope, Predicate<Scope> next) {
    Scope within = scope;
    for (Constraint constraint : constraints) {
      Scope before = within;
      boolean fails = constraint.asked().filter(asked -> !held(asked, before)).isPresent();
      if (fails) {
        return false;
      }
      within =
          constraint
              .variable()
              .map(variable -> before.binding(variable, value(constraint.bound(), before)))
              .orElse(before);
    }
    return next.test(within);
  }

  private boolean held(Asked asked, Scope scope) {
    boolean holds = holds(asked.expression(), scope);
    if (!holds) {
      tally.see(asked.condition(), seen(asked.expression(), scope));
    }
    askParts(asked, scope);
    return counted(asked.condition(), holds);
  }

  /** Of alternatives each is asked; of what has to hold together, up to the first that fails. */
  private void askParts(Asked asked, Scope scope) {
    boolean together = asked.expression() instanceof Joined joined && joined.all();
    for (Asked part : asked.parts()) {
      if (!held(part, scope) && together) {
        return;
      }
    }
  }

  private boolean counted(Condition condition, boolean holds) {
    tally.count(condition, holds);
    return holds || granted.filter(condition::equals).isPresent();
  }

  private static boolean holds(Expression expression, Scope scope) {
    try {
      return expression.holds(scope);
    } catch (Unbound e) {
      return true; // it speaks of a fact that is taken to be there
    } catch (RuntimeException e) {
      return false; // the engine would stop here: a value that is not there is asked for a field
    }
  }

  private static @Nullable Object value(Expression expression, Scope scope) {
    try {
      return expression.value(scope);
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static String seen(Expression expression, Scope scope) {
    Words words = new Words();
    return expression
        .paths()
        .map(path -> words.path(path) + ": " + Words.value(value(path, scope)))
        .distinct()
        .collect(joining(", "));
  }
}
