package org.glidepath.decision;

import org.glidepath.facts.Fact;
import org.glidepath.rulebook.Rule;

/**
 * A fact that a rule concluded from others.
 *
 * @param fact what was concluded
 * @param rule the rule that concluded it
 */
public record Inference(Fact fact, Rule rule) {}
