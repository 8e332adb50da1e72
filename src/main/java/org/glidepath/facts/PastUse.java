package org.glidepath.facts;

import java.util.List;

/**
 * Use of a benzodiazepine or Z-drug that is over, with the class of withdrawal risk that the rules
 * gave it on its last day. Present only while no benzodiazepine or Z-drug is in use, and for the
 * drugs whose use still counted on the last day of all.
 *
 * @param risk the class on the last day; its exposure tells drug and dates
 * @param daysSinceLastUse whole days since the last day on which any of them was taken, or since
 *     the last supply ended
 */
public record PastUse(RiskClass risk, int daysSinceLastUse) implements Fact {

  /** Whether the body had to be reckoned dependent on its last day: YES or YES_RISING. */
  public boolean dependent() {
    return risk.dependent();
  }

  /** When it ended, as a person says it: "today", "1 day ago", "5 days ago". */
  public String since() {
    return Days.ago(daysSinceLastUse);
  }

  @Override
  public List<Source> sources() {
    return risk.sources();
  }
}
