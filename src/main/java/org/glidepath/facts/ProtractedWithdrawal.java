package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a symptom that withdrawal can bring goes on a month or more after the last dose of
 * somebody who was dependent. It may have another cause.
 *
 * @param of the use that is over
 * @param symptom the symptom, as the record calls it
 * @param sources the use and the symptom
 */
public record ProtractedWithdrawal(PastUse of, String symptom, List<Source> sources)
    implements Fact {}
