package org.glidepath.pharmacology;

import java.util.Set;

/**
 * An order of a benzodiazepine or Z-drug that is being written.
 *
 * @param regimen what it orders
 * @param stops signing it ends the use: its status says so, or it orders a dose of zero
 * @param selected whether the clinician has just selected it; true for every order where selection
 *     does not matter
 * @param means ids of the value sets that the drug belongs to
 */
public record DraftRegimen(Regimen regimen, boolean stops, boolean selected, Set<String> means) {

  public DraftRegimen {
    means = Set.copyOf(means);
  }
}
