package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: the record shows no naloxone for rescue that is recent enough, and none is being
 * ordered.
 *
 * @param text what was looked for, as a phrase
 */
public record NoNaloxone(String text) implements Fact {

  @Override
  public List<Source> sources() {
    return List.of();
  }
}
