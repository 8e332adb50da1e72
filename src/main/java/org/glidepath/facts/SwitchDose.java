package org.glidepath.facts;

import java.util.List;

/**
 * What a switch to diazepam orders, beside what the published tables call equal to the part that it
 * replaces. Present only where both doses are known and a table lists the drug.
 *
 * @param of the switch
 * @param proposedMg mg diazepam a day that is ordered
 * @param publishedMg mg diazepam a day equal to the replaced part, lowest to highest over all
 *     published tables
 */
public record SwitchDose(SwitchPlan of, Range proposedMg, Range publishedMg) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
