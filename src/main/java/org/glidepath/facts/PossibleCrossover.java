package org.glidepath.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A switch of one drug to diazepam, one dose of the day at a time, by the conversion table of the
 * site. Present only where the doses of a day are certain, and the diazepam dose lies within the
 * published range and under the daily ceiling.
 *
 * <p>It is what could be done; rules choose whether it is offered ({@link CrossoverPlan}).
 *
 * @param exposure the drug in use
 * @param table the conversion table
 * @param replacedMg the present dose of the old drug, mg a day
 * @param diazepamMg the dose of diazepam when the switch is complete, mg a day
 * @param published mg diazepam a day equal to the present dose, lowest to highest over all tables
 * @param leaving steps of the old drug; after the last of them nothing of it is left
 * @param arriving steps of diazepam; the last goes on until the review
 * @param rxnorm RxNorm code of the old drug; empty where the drug table has none
 */
public record PossibleCrossover(
    Exposure exposure,
    String table,
    BigDecimal replacedMg,
    BigDecimal diazepamMg,
    Range published,
    List<PlannedStep> leaving,
    List<PlannedStep> arriving,
    Optional<String> rxnorm)
    implements Fact {

  public PossibleCrossover {
    leaving = List.copyOf(leaving);
    arriving = List.copyOf(arriving);
  }

  @Override
  public List<Source> sources() {
    return exposure.sources();
  }
}
