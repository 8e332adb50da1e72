package org.glidepath.rulebook.condition;

import java.util.List;

/**
 * A condition that did not hold.
 *
 * @param condition the condition
 * @param seen what was there instead, as phrases; empty where there was nothing to look at
 */
public record Missing(Condition condition, List<String> seen) {}
