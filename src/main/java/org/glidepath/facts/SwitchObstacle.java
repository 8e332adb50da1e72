package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: a reason not to offer a switch to a long-acting drug.
 *
 * @param reason the reason, as a phrase
 * @param sources what says so
 */
public record SwitchObstacle(String reason, List<Source> sources) implements Fact {}
