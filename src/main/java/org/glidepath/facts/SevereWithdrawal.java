package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: severe or complicated withdrawal has to be reckoned with now. It concerns the patient
 * and not one drug, so it names no exposure: what follows from it holds for all of them.
 *
 * @param sign what the record calls the sign
 * @param drug the benzodiazepine or Z-drug that was stopped or cut
 * @param stopped whether it was stopped; false for a cut
 * @param daysAgo whole days since the stop or the cut
 * @param sources the sign and the use
 */
public record SevereWithdrawal(
    String sign, String drug, boolean stopped, int daysAgo, List<Source> sources) implements Fact {

  /** When it was stopped or cut, as a person says it: "today", "1 day ago", "5 days ago". */
  public String since() {
    return Days.ago(daysAgo);
  }
}
