package org.glidepath.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.GivenDose;
import org.glidepath.pharmacology.Estimate;

/**
 * One dose that was given.
 *
 * @param use the same as use of the drug on its day or days
 * @param mg mg given in all, so far
 * @param infusion whether it was given by rate
 * @param minutesAgo whole minutes since it was given, or since its end; empty where no time says
 * @param lastedHours whole hours from its beginning to its end or, while it goes on, to now; empty
 *     where no times say
 */
record Administered(
    Use use,
    Estimate mg,
    boolean infusion,
    Optional<Integer> minutesAgo,
    Optional<Integer> lastedHours) {

  /** The same for the rules. */
  GivenDose fact(Medicine medicine, Set<String> reasons) {
    return new GivenDose(
        medicine.name(),
        medicine.meansWithClass(),
        mg.known(),
        infusion,
        minutesAgo,
        lastedHours,
        reasons,
        List.of(use.source()));
  }
}
