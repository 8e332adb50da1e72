package org.glidepath.facts;

import java.math.BigDecimal;
import java.util.List;

/**
 * An order being written asks for a daily dose that the marketed tablets and their halves, or
 * capsules, cannot make. Present only for a drug whose tablets or capsules are in the drug table.
 *
 * @param of the exposure
 * @param order the order
 * @param mg the daily dose, mg of the drug
 * @param smallestMg the smallest dose that can be made, mg of the drug
 */
public record DoseOutOfReach(Exposure of, DraftOrder order, BigDecimal mg, BigDecimal smallestMg)
    implements Fact {

  @Override
  public List<Source> sources() {
    return order.sources();
  }
}
