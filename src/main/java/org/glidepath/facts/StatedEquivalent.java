package org.glidepath.facts;

import java.util.List;

/**
 * What the text of an order being written says of a day's dose in mg diazepam. Present only where
 * it says so once.
 *
 * @param of the order
 * @param mg mg diazepam a day, as written
 * @param sources the text
 */
public record StatedEquivalent(DraftOrder of, Range mg, List<Source> sources) implements Fact {}
