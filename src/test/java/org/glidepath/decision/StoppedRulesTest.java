package org.glidepath.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glidepath.facts.Fact;
import org.glidepath.facts.PatientAge;
import org.glidepath.facts.SwitchObstacle;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.SampleBook;
import org.glidepath.rulebook.TestSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that does not come to an end costs its own answer only, and is named. */
class StoppedRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Budget AMPLE = new Budget(1 << 30, 1 << 30, Duration.ofDays(1));

  private static final String LOOP =
      rule(
          "Convention Older and older",
          "$age : PatientAge( $years : years )",
          "insertLogical( new PatientAge( $years + 1, $years + 1, $age.sources() ) );");

  /** Every combination of four facts, of which none fulfils the whole left side. */
  private static final String EXPLOSION =
      rule(
          "Convention Everybody with everybody",
          "$a : PatientAge() $b : PatientAge() $c : PatientAge() PatientAge( years > $a.years + 1000 )",
          "insertLogical( new PatientAge( 1, 1, $a.sources() ) );");

  /** Every pair of facts is compared, and none fits. */
  private static final String NOBODY_FITS =
      rule(
          "Convention Nobody with nobody",
          "$a : PatientAge() $b : PatientAge( years > $a.years + 1000 )",
          "insertLogical( new LongUse( null ) );");

  /** Every pair of facts is compared, and none stands in the way. */
  private static final String NOBODY_OLDER =
      rule(
          "Convention Nobody is older",
          "$a : PatientAge() not PatientAge( years > $a.years + 1000 )",
          "insertLogical( new SwitchObstacle( \"\", $a.sources() ) );");

  private static final String LONGER =
      rule(
          "Convention Longer and longer",
          "$one : SwitchObstacle( $reason : reason )",
          "insertLogical( new SwitchObstacle( $reason + $reason + \".\", $one.sources() ) );");

  private static final String FAILURE =
      rule(
          "Convention No beginning",
          "$use : Exposure( from.get().isBefore( to.get() ) )",
          "insertLogical( new LongUse( $use ) );");

  @TempDir private Path folder;

  @Test
  void a_rule_that_feeds_itself_is_stopped_after_so_many_firings() {
    Decision decision = decide(LOOP, new Budget(500, 1 << 30, Duration.ofDays(1)), ages(1));

    assertThat(decision.stopped().orElseThrow())
        .hasMessage("more than 500 firings at rule \"Convention Older and older\"");
    assertThat(decision.inferred()).hasSize(500);
  }

  @Test
  void a_rule_that_feeds_itself_is_stopped_after_so_long() {
    Decision decision = decide(LOOP, new Budget(1 << 30, 1 << 30, Duration.ZERO), ages(1));

    assertThat(decision.stopped().orElseThrow())
        .hasMessage("more than 0 ms of processor time at rule \"Convention Older and older\"");
  }

  @Test
  void a_rule_that_combines_everything_with_everything_is_stopped_before_it_fires() {
    Decision decision =
        decide(EXPLOSION, new Budget(1 << 30, 20_000, Duration.ofDays(1)), ages(60));

    assertThat(decision.stopped().orElseThrow())
        .hasMessage(
            "more than 20000 combinations of facts while the left side of rule"
                + " \"Convention Everybody with everybody\" was matched");
  }

  @Test
  void the_time_of_a_rule_that_combines_everything_with_everything_is_limited_too() {
    Decision decision = decide(EXPLOSION, new Budget(1 << 30, 1 << 30, Duration.ZERO), ages(60));

    assertThat(decision.stopped().orElseThrow()).hasMessageStartingWith("more than 0 ms");
  }

  @ParameterizedTest
  @MethodSource("rulesThatOnlyCompare")
  void the_time_of_comparing_everything_with_everything_is_limited_too(String rule) {
    Decision decision = decide(rule, new Budget(1 << 30, 1 << 30, Duration.ZERO), ages(300));

    assertThat(decision.stopped().orElseThrow())
        .hasMessageStartingWith(
            "more than 0 ms of processor time while the left side of rule \"Convention Nobody");
  }

  @Test
  void a_rule_that_feeds_its_text_to_itself_is_stopped_before_it_takes_all_memory() {
    Decision decision =
        decide(LONGER, AMPLE, List.of(new SwitchObstacle("a long text", List.of())));

    assertThat(decision.stopped().orElseThrow())
        .hasMessage(
            "facts of more than 1000000 characters at rule \"Convention Longer and longer\"");
  }

  @Test
  void the_limits_that_hold_for_a_call_stop_both() {
    RuleBook book = book(LOOP + EXPLOSION);

    Decision decision = new Decider(book).decide(ages(60), Set.of("taper"), NOW);

    assertThat(decision.stopped()).isPresent();
  }

  @Test
  void the_folder_of_a_rule_that_fails_is_named() {
    Decision decision = decide(FAILURE, AMPLE, TestSession.alprazolam("0.5"));
    assertThat(decision.stopped().orElseThrow())
        .hasMessage("a failure in a rule of the folder \"taper\"");
  }

  @Test
  void rules_that_come_to_rest_are_not_stopped() {
    Decision decision =
        new Decider(SampleBook.in(folder).load())
            .decide(TestSession.alprazolam("0.5"), Set.of("taper"), NOW);

    assertThat(decision.stopped()).isEmpty();
    assertThat(decision.advice()).hasSize(1);
  }

  static List<String> rulesThatOnlyCompare() {
    return List.of(NOBODY_FITS, NOBODY_OLDER);
  }

  private Decision decide(String rules, Budget budget, List<Fact> facts) {
    return new Decider(book(rules)).decide(facts, Set.of("taper"), NOW, budget);
  }

  private RuleBook book(String rules) {
    return SampleBook.in(folder)
        .with(
            "rules/taper/more.drl",
            "package rules.taper; import org.glidepath.facts.*; global Advise advise;\n" + rules)
        .load();
  }

  private static List<Fact> ages(int people) {
    List<Fact> ages = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      ages.add(new PatientAge(i, i, List.of()));
    }
    return ages;
  }

  private static String rule(String name, String when, String then) {
    return "rule \"%s\" @evidence( \"Book\" ) when %s then %s end\n".formatted(name, when, then);
  }
}
