package org.glidepath.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The first phase of a taper of one drug, worked out in marketed strengths. It ends with a dose
 * that goes on until a review, never with a stop. Present only where the present dose and how it is
 * spread over the day are known, and at least one step is small enough for the pace.
 *
 * <p>It is what could be done; rules choose whether it is offered ({@link TaperPlan}).
 *
 * @param exposure the drug in use
 * @param pace which pace it keeps
 * @param percent largest step of that pace, in percent of the dose before it
 * @param intervalDays days from one step to the next
 * @param fromMg the present dose in mg a day
 * @param steps the steps, one or more
 * @param rxnorm RxNorm code of the ingredient; empty where the drug table has none
 */
public record PossibleTaper(
    Exposure exposure,
    Pace pace,
    BigDecimal percent,
    int intervalDays,
    BigDecimal fromMg,
    List<PlannedStep> steps,
    Optional<String> rxnorm)
    implements Fact {

  public PossibleTaper {
    steps = List.copyOf(steps);
  }

  /** The paces of {@code rules/conventions.yaml}. */
  public enum Pace {
    USUAL,
    SLOW
  }

  @Override
  public List<Source> sources() {
    return exposure.sources();
  }
}
