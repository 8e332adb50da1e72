package org.glidepath.cdshooks;

import java.util.List;
import java.util.Set;
import org.glidepath.decision.Advice;
import org.glidepath.decision.Decision;
import org.glidepath.facts.NotChecked;

/**
 * Why an answer is what it is.
 *
 * @param decision what the rules made of the facts
 * @param shown the advice that became a card, or part of one
 * @param notChecked data that was asked for and not answered
 * @param notes what could not be read in the data that came, each naming the resource
 */
public record Explanation(
    Decision decision, Set<Advice> shown, List<NotChecked> notChecked, List<String> notes) {}
