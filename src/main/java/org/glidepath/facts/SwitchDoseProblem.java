package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: what is wrong with the dose that a switch orders.
 *
 * @param of the switch
 * @param problem the problem and what it leads to, as a phrase
 */
public record SwitchDoseProblem(SwitchPlan of, String problem) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
