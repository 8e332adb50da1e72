package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: no cognitive behavioural therapy was given or asked for within a year, as far as the
 * record shows.
 *
 * @param of the exposure that it would help to reduce
 */
public record NoBehaviouralTherapy(Exposure of) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
