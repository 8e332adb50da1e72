package org.glidepath.pharmacology;

import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Range;
import org.glidepath.facts.Source;

/**
 * An order of a benzodiazepine or Z-drug that is being written.
 *
 * @param regimen what it orders
 * @param stops signing it ends the use: its status says so, or it orders a dose of zero
 * @param selected whether the clinician has just selected it; true for every order where selection
 *     does not matter
 * @param means ids of the value sets that the drug belongs to
 * @param stated what its text says of a day's dose in diazepam; empty where it says nothing
 */
public record DraftRegimen(
    Regimen regimen, boolean stops, boolean selected, Set<String> means, Optional<Stated> stated) {

  /**
   * An equivalent that somebody wrote into the order.
   *
   * @param diazepamMg mg diazepam a day
   * @param source the text
   */
  public record Stated(Range diazepamMg, Source source) {}

  public DraftRegimen {
    means = Set.copyOf(means);
  }
}
