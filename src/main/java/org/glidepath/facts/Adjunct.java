package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: an order of another drug that is written during a taper, or because of withdrawal.
 *
 * @param of the order
 */
public record Adjunct(DraftOrder of) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
