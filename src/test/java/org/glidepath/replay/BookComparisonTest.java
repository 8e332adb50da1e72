package org.glidepath.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.glidepath.replay.BookComparison.Change;
import org.glidepath.replay.BookComparison.Kind;
import org.glidepath.replay.BookComparison.Load;
import org.glidepath.rulebook.RuleBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookComparisonTest {

  @TempDir Path folder;
  private AgeCases cases;
  private RuleBook before;

  @BeforeEach
  void book() {
    cases = new AgeCases(folder);
    cases.born("1959-01-01", "fires: [TP-001]");
    cases.born("1940-01-01", "fires: [TP-001]");
    before = cases.book().load();
  }

  private BookComparison compared() {
    return BookComparison.of(before, cases.book().load(), cases.all(), AgeCases.AT, 1, name -> {});
  }

  @Test
  void equal_books_do_not_differ() {
    assertThat(compared().differing()).isEmpty();
    assertThat(compared().burden())
        .containsExactly(
            new Load("TP-001", "info", 100, 100),
            new Load("all", "info", 100, 100),
            new Load("all", "all", 100, 100));
  }

  @Test
  void a_higher_threshold_loses_a_card_and_fails_a_case() {
    cases.book().replacing("rules/taper/taper.drl", "65", "80");
    BookComparison comparison = compared();
    assertThat(comparison.differing())
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.name()).endsWith("born-1959-01-01");
              assertThat(call.outcome()).isEqualTo("no longer as expected");
              assertThat(call.changes())
                  .extracting(Change::kind, Change::rule)
                  .containsExactly(tuple(Kind.LOST, "TP-001"));
            });
    assertThat(comparison.burden()).contains(new Load("TP-001", "info", 100, 50));
  }

  @Test
  void a_case_of_a_rule_that_the_other_book_does_not_know_is_answered_by_both() {
    cases
        .book()
        .with(
            "rules/taper/more.drl", AgeCases.RULE.replace("TP-001 Sixty-five", "TP-009 Sixty-five"))
        .with(
            "rules/taper/TP-009.en.yaml",
            AgeCases.read(cases.book().rules().resolve("taper/TP-001.en.yaml")))
        .replacing("rules/services.yaml", "maximumCards: 2", "maximumCards: 3");
    Path known = cases.cases().resolve("born-1940-01-01/case.yaml");
    AgeCases.write(known, AgeCases.read(known).replace("fires: [TP-001]", "fires: [TP-009]"));
    assertThat(compared().differing())
        .filteredOn(call -> call.name().endsWith("1940-01-01"))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.outcome()).isEqualTo("as expected now");
              assertThat(call.changes())
                  .extracting(Change::kind, Change::rule)
                  .containsExactly(tuple(Kind.NEW, "TP-009"));
            });
  }

  @Test
  void another_text_and_tier_are_told_line_by_line() {
    cases.book().replacing("rules/taper/taper.drl", "advise.info", "advise.warning");
    cases.book().replacing("rules/taper/TP-001.en.yaml", "Sixty-five or older", "Over 64");
    assertThat(compared().differing().get(0).changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(Kind.CHANGED);
              assertThat(change.indicator()).isEqualTo("warning, was info");
              assertThat(change.gone()).containsExactly("Sixty-five or older");
              assertThat(change.come()).containsExactly("Over 64");
            });
  }
}
