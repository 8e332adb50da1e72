package org.glidepath.facts;

import java.math.BigDecimal;
import java.util.List;

/**
 * On how many days of a week the drug is taken.
 *
 * @param of the exposure
 * @param daysPerWeek 0 to 7
 */
public record UseFrequency(Exposure of, Range daysPerWeek) implements Fact {

  /** As a person says it: "1 day a week", "3.5 days a week", "2 to 3 days a week". */
  public String text() {
    boolean one = daysPerWeek.certain() && daysPerWeek.low().compareTo(BigDecimal.ONE) == 0;
    return daysPerWeek + (one ? " day" : " days") + " a week";
  }

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
