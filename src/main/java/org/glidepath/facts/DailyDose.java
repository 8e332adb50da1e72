package org.glidepath.facts;

import java.util.List;

/**
 * How much of the drug is taken on a day of use.
 *
 * @param of the exposure
 * @param mg mg of the drug a day
 */
public record DailyDose(Exposure of, Range mg) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
