package org.glidepath.rulebook.drl;

import org.kie.api.KieBase;

/**
 * Compiled rules.
 *
 * @param base the rules, ready for sessions
 * @param classes what they were compiled to, to be kept for the next start
 */
public record Compiled(KieBase base, RuleClasses classes) {}
