package org.glidepath.replay;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.decision.Decider;
import org.glidepath.decision.Decision;
import org.glidepath.facts.Fact;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBooks;
import org.glidepath.rulebook.condition.KnownFacts;
import org.glidepath.rulebook.condition.LeftSides;
import org.junit.jupiter.api.Test;

/**
 * What is told of conditions is worth something only where it agrees with the engine: over every
 * test case, a rule that advises holds by its conditions exactly where the engine let it speak. One
 * that infers may have matched on the way and not at the end; what it inferred at the end, it
 * infers by its conditions.
 */
class ConditionsAgreeWithTheEngineTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void every_rule_holds_by_its_conditions_where_the_engine_says_so() throws RuleBookException {
    RuleBook book =
        RuleBooks.load(Path.of("rules"), Path.of("fhir-profiles"), Path.of("target/kept-rules"));
    LeftSides sides = LeftSides.of(book.sources());
    assertThat(book.rules()).allMatch(rule -> sides.of(rule.name()).isPresent());
    Replay replay = new Replay(book, AT);
    Decider decider = new Decider(book.enabling(book.reserve()));
    Set<String> folders = book.rules().stream().map(Rule::folder).collect(toSet());
    List<String> disagreements = new ArrayList<>();
    for (Path entry : Replay.find(List.of(Path.of("test-cases")), Optional.empty())) {
      List<Fact> facts =
          replay.run(entry).answer().orElseThrow().explanation().orElseThrow().decision().facts();
      Decision decision = decider.decide(facts, folders, AT);
      Set<String> matched = decider.matched(facts, folders);
      Set<String> advised =
          decision.advice().stream().map(advice -> advice.rule().name()).collect(toSet());
      Set<String> inferring =
          decision.inferred().stream().map(inferred -> inferred.rule().name()).collect(toSet());
      KnownFacts known = KnownFacts.of(decision.known());
      for (Rule rule : book.rules()) {
        boolean holds = sides.of(rule.name()).orElseThrow().holds(known);
        boolean agrees =
            rule.advises()
                ? holds == advised.contains(rule.name())
                : holds ? matched.contains(rule.name()) : !inferring.contains(rule.name());
        if (!agrees) {
          disagreements.add("%s: %s holds: %s".formatted(entry, rule.name(), holds));
        }
      }
    }
    assertThat(disagreements).isEmpty();
  }
}
