package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: an order being written lowers, ends or replaces a benzodiazepine or Z-drug in use.
 *
 * @param order the order
 * @param of the exposure
 */
public record ReductionProposed(DraftOrder order, Exposure of) implements Fact {

  @Override
  public List<Source> sources() {
    return Source.of(order, of);
  }
}
