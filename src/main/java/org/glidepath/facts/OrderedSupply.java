package org.glidepath.facts;

import java.util.List;

/**
 * For how long an order supplies a benzodiazepine or Z-drug, repeats included. Present only where
 * the order says.
 *
 * @param of the order
 * @param days days of supply, 1 or more
 */
public record OrderedSupply(DraftOrder of, int days) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
