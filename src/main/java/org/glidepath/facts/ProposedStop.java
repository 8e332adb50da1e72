package org.glidepath.facts;

import java.util.List;

/**
 * Signing the order would end a benzodiazepine or Z-drug with nothing after it: no other order of
 * the same drug goes on, and no other benzodiazepine is started in its place.
 *
 * @param order the order that stops it
 * @param of the exposure it ends
 */
public record ProposedStop(DraftOrder order, Exposure of) implements Fact {

  @Override
  public List<Source> sources() {
    return Source.of(order, of);
  }
}
