package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: how a switch to diazepam that is being ordered can be made one dose at a time.
 *
 * @param of the switch
 * @param plan the steps
 */
public record DiazepamCrossover(SwitchPlan of, CrossoverPlan plan) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
