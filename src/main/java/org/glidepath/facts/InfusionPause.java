package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: after an infusion none followed for so long that the next one begins anew.
 *
 * @param after the infusion before the pause
 */
public record InfusionPause(GivenDose after) implements Fact {

  @Override
  public List<Source> sources() {
    return after.sources();
  }
}
