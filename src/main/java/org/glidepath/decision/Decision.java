package org.glidepath.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.glidepath.facts.Fact;

/**
 * What the rules made of the facts of one patient.
 *
 * @param ruleBookVersion version of the rule book that decided
 * @param at the evaluation time
 * @param facts what was given
 * @param inferred what was concluded on the way
 * @param advice all advice, most urgent first, then by rule id and by the resources it rests on;
 *     suppressed advice included
 * @param stopped why the rules were stopped before they came to rest; empty where they did. Then
 *     what is missing from the advice means nothing
 */
public record Decision(
    String ruleBookVersion,
    Instant at,
    List<Fact> facts,
    List<Inference> inferred,
    List<Advice> advice,
    Optional<DecisionException> stopped) {

  /** Everything that was known at the end: what was given and what was inferred. */
  public List<Fact> known() {
    return Stream.concat(facts.stream(), inferred.stream().map(Inference::fact)).toList();
  }
}
