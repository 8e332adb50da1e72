package org.glidepath.facts;

import java.util.List;

/**
 * How much of a drug other than a benzodiazepine or Z-drug is taken on a day: today, or on the last
 * day of use. Present only where it can be computed.
 *
 * @param of the drug, as one order, statement, fill or dose tells of it
 * @param mg mg of the drug a day
 */
public record OtherDailyDose(OtherDrug of, Range mg) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
