package org.glidepath.facts;

import java.util.List;

/**
 * On how many days of a week the drug is taken.
 *
 * @param of the exposure
 * @param daysPerWeek 0 to 7
 */
public record UseFrequency(Exposure of, Range daysPerWeek) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
