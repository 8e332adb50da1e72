package org.glidepath.rulebook.mutation;

import org.glidepath.rulebook.source.Place;

/** A rule book changed by one step. */
public sealed interface Mutant permits ChangedRule, MovedFigure {

  /** What was changed: the name of a rule or of a figure. */
  String subject();

  /** Where the change is. */
  Place place();

  /** What it is, in words: {@code 65 becomes 66}. */
  String change();

  /** Place, rule or figure, and change in one line. */
  default String inOneLine() {
    return "%s:%d:%d: %s: %s"
        .formatted(place().file(), place().line(), place().column(), subject(), change());
  }
}
