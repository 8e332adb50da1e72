package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a taper is proposed or under way in somebody with bipolar or psychotic disorder.
 *
 * @param of the exposure
 * @param disorder the disorder
 * @param sources the resources of both, and the order that proposes the taper
 */
public record TaperWithMoodDisorder(Exposure of, Diagnosis disorder, List<Source> sources)
    implements Fact {}
