package org.glidepath.facts;

import java.util.List;

/**
 * The coded fields and the text of an order for a benzodiazepine or Z-drug that is being written
 * ask for different daily doses. The higher counts for every risk.
 *
 * @param of the order
 * @param lower the lower daily dose, mg of the drug
 * @param higher the higher
 */
public record OrderedDoseDisagreement(DraftOrder of, Range lower, Range higher) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
