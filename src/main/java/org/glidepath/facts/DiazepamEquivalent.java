package org.glidepath.facts;

import java.util.List;

/**
 * The daily dose as mg of oral diazepam, lowest to highest over all published tables (rules
 * catalogue, Conventions: DZE_lo and DZE_hi). Present only where the dose is known and a table
 * lists the drug.
 *
 * @param of the exposure
 * @param mg mg diazepam a day
 */
public record DiazepamEquivalent(Exposure of, Range mg) implements Fact {

  /** Whether the drug is not diazepam itself, so that there is something to compare. */
  public boolean ofAnotherDrug() {
    return !of.drug().name().equals("diazepam");
  }

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
