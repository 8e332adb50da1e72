package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: how likely clinically significant withdrawal is if this drug is stopped (source ASAM-8,
 * Table 2). One for each exposure whose frequency of use is known or must be assumed.
 *
 * @param of the exposure
 * @param level RARE, LOWER_POSSIBLE, YES or YES_RISING
 */
public record RiskClass(Exposure of, Level level) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }

  /** Whether physical dependence has to be reckoned with: YES or YES_RISING. */
  public boolean dependent() {
    return level == Level.YES || level == Level.YES_RISING;
  }

  /** The rows of the risk table. */
  public enum Level {
    RARE,
    LOWER_POSSIBLE,
    YES,
    YES_RISING
  }
}
