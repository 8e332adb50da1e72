package org.glidepath.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How fast a switch takes the old drug away. Present only where the old dose is known before and
 * after.
 *
 * @param of the switch
 * @param replacedPercent how much of the old daily dose the largest single step takes away, in
 *     percent
 * @param crossoverDays whole days from the first order to the last step of the old drug; 0 for an
 *     overnight switch
 * @param complete whether the old drug ends with this plan
 */
public record SwitchStep(
    SwitchPlan of, BigDecimal replacedPercent, int crossoverDays, boolean complete)
    implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }

  /** Whether the old drug ends with this plan, but not on its first day. */
  public boolean completeLater() {
    return complete && crossoverDays > 0;
  }

  /** The share as whole percent, for a sentence. */
  public BigDecimal wholePercent() {
    return replacedPercent.setScale(0, RoundingMode.HALF_UP);
  }
}
