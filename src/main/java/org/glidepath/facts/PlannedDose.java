package org.glidepath.facts;

import java.math.BigDecimal;
import java.util.List;

/**
 * One dose of a planned day, in strengths that are marketed.
 *
 * @param mg mg of the drug in one dose, above zero
 * @param timesPerDay how often on a day it is taken, 1 or more
 * @param tablets what one dose is made of
 */
public record PlannedDose(BigDecimal mg, int timesPerDay, List<TabletCount> tablets) {

  public PlannedDose {
    tablets = List.copyOf(tablets);
  }
}
