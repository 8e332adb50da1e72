package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: what is wrong with a step down that an order being written asks for.
 *
 * @param of the step
 * @param problem the problem, as a phrase
 */
public record StepProblem(StepDown of, String problem) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
