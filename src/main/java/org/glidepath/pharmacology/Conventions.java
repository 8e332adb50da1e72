package org.glidepath.pharmacology;

/**
 * The figures that stitching and counting need, as {@code rules/conventions.yaml} states them with
 * their source.
 *
 * @param episodeGapDays days without supply from which on use counts as interrupted; a shorter gap
 *     does not start a new count, and a use that ended fewer days ago still counts for dependence
 */
public record Conventions(int episodeGapDays) {}
