package org.glidepath.pharmacology;

import org.glidepath.facts.Range;

/**
 * Two daily doses that one instruction tells of, in its coded fields and in its text, and that
 * leave no room for each other.
 *
 * @param lower the lower, mg of the drug
 * @param higher the higher
 */
public record Contradiction(Range lower, Range higher) {}
