package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: why a switch to a long-acting drug may help this patient.
 *
 * @param of the exposure
 * @param reason the reason, as a phrase
 */
public record SwitchReason(Exposure of, String reason) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
