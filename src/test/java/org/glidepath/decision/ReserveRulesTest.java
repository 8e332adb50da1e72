package org.glidepath.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.SampleBook;
import org.glidepath.rulebook.TestSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule in reserve is part of the book, and of no decision until somebody enables it. */
class ReserveRulesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private static final String RESERVE =
      """
      package rules.taper;
      import org.glidepath.facts.*;
      global Advise advise;

      rule "TP-005 Any dose counts as long use"
          @evidence( "Book" )
          @reserve
      when
          $use : Exposure( current )
      then
          insertLogical( new LongUse( $use ) );
      end

      rule "TP-005 Long use is spoken of"
          @evidence( "Book" )
          @reserve
      when
          $long : LongUse( $use : of )
      then
          advise.info( $long, $use );
      end
      """;

  private static final String CARD =
      "title: Long use\nsummary: \"{{exposure.drug}}\"\ndetail: [\"Long use.\"]\n";

  @TempDir private Path folder;

  @Test
  void a_rule_in_reserve_neither_infers_nor_advises() {
    Decision decision = decide(book().load());

    assertThat(inferred(decision)).isEmpty();
    assertThat(advising(decision)).containsExactly("TP-001");
  }

  @Test
  void a_rule_in_reserve_takes_part_where_services_yaml_enables_it() {
    RuleBook book =
        book().replacing("rules/services.yaml", "services:", "enable: [TP-005]\nservices:").load();

    Decision decision = decide(book);

    assertThat(book.enabled()).containsExactly("TP-005");
    assertThat(inferred(decision)).containsExactly("LongUse");
    assertThat(advising(decision)).containsExactly("TP-001", "TP-005");
  }

  @Test
  void a_book_can_be_asked_with_other_reserve_rules_enabled() {
    RuleBook book = book().load();

    assertThat(book.reserve()).containsExactly("TP-005");
    assertThat(advising(decide(book.enabling(Set.of("TP-005")))))
        .containsExactly("TP-001", "TP-005");
  }

  @Test
  void a_rule_in_reserve_needs_its_card_text_too() {
    assertThat(book().without("rules/taper/TP-005.en.yaml").problems())
        .containsExactly(
            "rules/taper/reserve.drl:14:1: error: rule \"TP-005 Long use is spoken of\" gives advice,"
                + " but its card text taper/TP-005.en.yaml is missing");
  }

  @Test
  void an_unknown_id_to_enable_is_told_with_its_place_and_a_hint() {
    assertThat(
            book()
                .replacing("rules/services.yaml", "services:", "enable: [TP-006]\nservices:")
                .problems())
        .containsExactly(
            "rules/services.yaml:1:10: error: no reserve rule \"TP-006\". Reserve rules: TP-005."
                + " Maybe \"TP-005\"?");
  }

  private SampleBook book() {
    return SampleBook.in(folder)
        .with("rules/taper/reserve.drl", RESERVE)
        .with("rules/taper/TP-005.en.yaml", CARD);
  }

  private static Decision decide(RuleBook book) {
    return new Decider(book).decide(TestSession.alprazolam("0.5"), Set.of("taper"), NOW);
  }

  private static List<String> inferred(Decision decision) {
    return decision.inferred().stream()
        .map(Inference::type)
        .filter(type -> !type.equals("DoseTier"))
        .toList();
  }

  private static List<String> advising(Decision decision) {
    return decision.advice().stream().map(advice -> advice.rule().id()).toList();
  }
}
