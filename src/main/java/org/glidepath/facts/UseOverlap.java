package org.glidepath.facts;

import java.util.List;

/**
 * Two benzodiazepines or Z-drugs in use at the same time.
 *
 * @param of the one, earlier in the alphabet
 * @param other the other
 * @param days days on which both are taken or in supply, past and still to come; those to come are
 *     not counted where nothing says when the supply of one ends
 */
public record UseOverlap(Exposure of, Exposure other, int days) implements Fact {

  @Override
  public List<Source> sources() {
    return Source.of(of, other);
  }
}
