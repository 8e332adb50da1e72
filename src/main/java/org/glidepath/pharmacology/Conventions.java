package org.glidepath.pharmacology;

import java.util.Map;

/**
 * The figures that reading and planning need, as {@code rules/conventions.yaml} states them with
 * their source.
 *
 * @param episodeGapDays days without supply from which on use counts as interrupted; a shorter gap
 *     does not start a new count, and a use that ended fewer days ago still counts for dependence
 * @param earlyRenewalDays days before the end of a supply from which on the next order is its
 *     renewal
 * @param taper pace, ceiling and tail of a taper
 * @param switching how a switch to diazepam is written
 * @param tables the equivalence tables of the drug table, with the name that a sentence gives them
 */
public record Conventions(
    int episodeGapDays,
    int earlyRenewalDays,
    TaperFigures taper,
    SwitchFigures switching,
    Map<String, String> tables) {

  public Conventions {
    tables = Map.copyOf(tables);
  }
}
