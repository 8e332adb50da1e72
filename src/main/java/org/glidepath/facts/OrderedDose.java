package org.glidepath.facts;

import java.util.List;

/**
 * How much of its drug an order asks for on a day of use: of a benzodiazepine or Z-drug in the
 * first step of a schedule, of another drug in the highest. Present only where it can be computed.
 *
 * @param of the order
 * @param mg mg of the drug a day
 */
public record OrderedDose(DraftOrder of, Range mg) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
