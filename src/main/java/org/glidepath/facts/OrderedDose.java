package org.glidepath.facts;

import java.util.List;

/**
 * How much of a benzodiazepine or Z-drug an order asks for on a day of use; for a schedule of
 * several steps, the first.
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
