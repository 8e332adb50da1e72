package org.glidepath.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a day of use is made of now, in marketed strengths. Present only where dose and times a day
 * are certain, the drug is taken daily, and its tablets or capsules can make each dose.
 *
 * @param of the exposure
 * @param dailyMg mg of the drug a day
 * @param doses the doses of a day
 * @param rxnorm RxNorm code of the ingredient; empty where the drug table has none
 */
public record RegularDoses(
    Exposure of, BigDecimal dailyMg, List<PlannedDose> doses, Optional<String> rxnorm)
    implements Fact {

  public RegularDoses {
    doses = List.copyOf(doses);
  }

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
