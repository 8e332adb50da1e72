package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: an order being written lowers the dose of a drug in use without ending it.
 *
 * @param order the order
 * @param before the dose now
 * @param after the first lower dose
 */
public record TaperProposed(DraftOrder order, DoseStep before, DoseStep after) implements Fact {

  /** The exposure whose dose is lowered. */
  public Exposure of() {
    return before.of();
  }

  @Override
  public List<Source> sources() {
    return Source.of(order, before, after);
  }
}
