package org.glidepath.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.Fact;
import org.glidepath.facts.LongUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule is not lost because another begins with the same conditions (docs/decisions/005). */
class SharedConditionsTest {

  /** In the smaller package of the book: Drools adds its rules one by one. */
  private static final String RULES =
      """
      package rules.flumazenil;
      import org.glidepath.facts.*;
      global Advise advise;
      rule "FL-001 Without a third condition"
          @evidence( "Book" )
      when
          $use : Exposure()
          $dose : DailyDose()
          not LongUse()
      then
          advise.info( $use, $dose );
      end
      rule "FL-001 With a third condition"
          @evidence( "Book" )
      when
          $use : Exposure()
          $dose : DailyDose()
          $long : LongUse()
      then
          advise.critical( $use, $dose, $long );
      end
      """;

  private static final String CARD =
      """
      title: Use
      summary: "{{exposure.drug}} is taken"
      detail:
        - "**Recommended:** look at it."
      checks: [conditions]
      """;

  @TempDir private Path folder;

  @Test
  void a_not_behind_shared_conditions_holds_where_nothing_matches_it() {
    assertThat(session().advice(TestSession.alprazolam("0.5"))).contains("info Exposure DailyDose");
  }

  @Test
  void a_not_behind_shared_conditions_fails_where_something_matches_it() {
    List<Fact> facts = new ArrayList<>(TestSession.alprazolam("0.5"));
    facts.add(new LongUse((Exposure) facts.get(0)));
    assertThat(session().advice(facts))
        .contains("critical Exposure DailyDose LongUse")
        .doesNotContain("info Exposure DailyDose");
  }

  private TestSession session() {
    return new TestSession(
        SampleBook.in(folder)
            .with("rules/flumazenil/flumazenil.drl", RULES)
            .with("rules/flumazenil/FL-001.en.yaml", CARD)
            .load());
  }
}
