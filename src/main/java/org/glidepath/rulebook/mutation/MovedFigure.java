package org.glidepath.rulebook.mutation;

import org.glidepath.pharmacology.Conventions;
import org.glidepath.rulebook.source.Place;

/**
 * A figure of {@code conventions.yaml} moved by one unit of its last place.
 *
 * @param subject name of the figure
 * @param place where its value stands
 * @param change what it is, in words: {@code 31 becomes 32}
 * @param conventions all figures, this one moved
 */
public record MovedFigure(String subject, Place place, String change, Conventions conventions)
    implements Mutant {}
