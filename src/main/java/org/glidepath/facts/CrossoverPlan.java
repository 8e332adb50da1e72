package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a switch to diazepam that may be offered to this patient.
 *
 * @param of the drug in use
 * @param crossover the steps
 */
public record CrossoverPlan(Exposure of, PossibleCrossover crossover) implements Fact {

  /** Days from the first step to the one that leaves nothing of the old drug. */
  public int days() {
    return crossover.arriving().get(crossover.arriving().size() - 1).startDay();
  }

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
