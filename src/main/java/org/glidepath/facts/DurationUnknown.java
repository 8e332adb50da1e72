package org.glidepath.facts;

import java.util.List;

/**
 * No date says when the use began.
 *
 * @param of the exposure
 */
public record DurationUnknown(Exposure of) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
