package org.glidepath.fhir;

import java.util.Set;
import org.glidepath.facts.Source;

/**
 * An order being written of a drug that is no benzodiazepine or Z-drug but that a value set knows.
 *
 * @param name the drug as a person calls it, lower case: "flumazenil"
 * @param means ids of the value sets that the drug belongs to
 * @param stops signing it ends the use
 * @param selected whether the clinician has just selected it; true for every order where selection
 *     does not matter
 * @param reasons ids of the value sets that the reason for the order belongs to
 * @param source the order
 */
public record DraftOther(
    String name,
    Set<String> means,
    boolean stops,
    boolean selected,
    Set<String> reasons,
    Source source) {

  public DraftOther {
    means = Set.copyOf(means);
    reasons = Set.copyOf(reasons);
  }
}
