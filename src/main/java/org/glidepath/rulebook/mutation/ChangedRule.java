package org.glidepath.rulebook.mutation;

import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.drl.DrlRule;
import org.glidepath.rulebook.source.Place;

/**
 * A rule changed by one step.
 *
 * @param original the rule as it is
 * @param changed the changed rule, under a name of its own
 * @param place where the change is
 * @param change what it is, in words: {@code 65 becomes 66}
 */
public record ChangedRule(Rule original, DrlRule changed, Place place, String change)
    implements Mutant {

  @Override
  public String subject() {
    return original.name();
  }
}
