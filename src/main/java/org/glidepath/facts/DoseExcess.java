package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: more of a drug than its label allows.
 *
 * @param of the doses
 * @param excess how much, and what the label allows, as a phrase
 * @param certain whether the limit holds for what the drug is given for; false where that is not
 *     known
 */
public record DoseExcess(DoseCourse of, String excess, boolean certain) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
