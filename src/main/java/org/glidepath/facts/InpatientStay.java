package org.glidepath.facts;

import java.util.List;
import java.util.Optional;

/**
 * The call comes from an inpatient encounter that is going on.
 *
 * @param encounterClass the code of Encounter.class: IMP, ACUTE or NONAC
 * @param hoursSinceAdmission whole hours since the encounter began; empty where no time was given
 * @param sources the encounter
 */
public record InpatientStay(
    String encounterClass, Optional<Integer> hoursSinceAdmission, List<Source> sources)
    implements Fact {

  /** Whether it is known to have begun within the last {@code hours} hours. */
  public boolean admittedWithin(int hours) {
    return hoursSinceAdmission.isPresent() && hoursSinceAdmission.get() <= hours;
  }
}
