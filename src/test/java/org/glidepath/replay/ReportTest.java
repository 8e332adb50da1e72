package org.glidepath.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.glidepath.rulebook.RuleBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  @TempDir Path folder;
  private AgeCases cases;

  @BeforeEach
  void book() {
    cases = new AgeCases(folder);
  }

  private String page(Optional<BookComparison> comparison) throws IOException {
    Path report = folder.resolve("report");
    Reports.write(report, cases.results(), cases.replay().explainer(), comparison, AgeCases.AT);
    return AgeCases.read(report.resolve("report.html"));
  }

  @Test
  void a_failing_case_shows_what_the_expected_rule_lacked() throws IOException {
    cases.born("1990-01-01", "fires: [TP-001]");
    assertThat(page(Optional.empty()))
        .contains("1 of 1 cases do not come out as expected")
        .contains("TP-001 did not fire.")
        .contains("patient age: years is at least 65")
        .contains("seen: years: 36")
        .contains("No card.");
  }

  @Test
  void a_card_is_drawn_and_the_rule_says_why_it_spoke() throws IOException {
    cases.born("1940-01-01", "fires: [TP-001]");
    assertThat(page(Optional.empty()))
        .contains("All 1 cases come out as expected")
        .contains("<article class=\"card info\">")
        .contains("<strong>Why now:</strong> age")
        .contains("patient age: 86 years")
        .contains("Patient/p");
  }

  @Test
  void nothing_of_a_card_can_become_part_of_the_page() {
    assertThat(
            Markup.lines("- **Why now:** <script>x</script> \\*5\n- [a](https://b.org/?a=1&b=2)"))
        .containsExactly(
            "<strong>Why now:</strong> &lt;script&gt;x&lt;/script&gt; *5",
            "<a href=\"https://b.org/?a=1&amp;b=2\">a</a>");
    assertThat(Markup.lines("[a](javascript:x)")).containsExactly("[a](javascript:x)");
  }

  @Test
  void the_page_needs_no_network() throws IOException {
    cases.born("1940-01-01", "fires: [TP-001]");
    assertThat(page(Optional.empty())).doesNotContain("<link", "<img", "src=", "@import", "url(");
  }

  @Test
  void a_comparison_with_another_book_is_part_of_it() throws IOException {
    cases.born("1959-01-01", "fires: [TP-001]");
    RuleBook before = cases.book().load();
    cases.book().replacing("rules/taper/taper.drl", "65", "80");
    BookComparison comparison =
        BookComparison.of(before, cases.book().load(), cases.all(), AgeCases.AT, 1, name -> {});
    assertThat(page(Optional.of(comparison)))
        .contains("1 of 1 calls come out otherwise")
        .contains("<span class=\"badge\">lost</span>")
        .contains("no longer as expected")
        .contains("Alert burden");
  }

  @Test
  void what_a_changed_card_says_is_shown_as_it_was_and_as_it_is() throws IOException {
    cases.born("1940-01-01", "fires: [TP-001]");
    RuleBook before = cases.book().load();
    cases.book().replacing("rules/taper/TP-001.en.yaml", "**Why now:** age", "**Why now:** 5 < 6");
    BookComparison comparison =
        BookComparison.of(before, cases.book().load(), cases.all(), AgeCases.AT, 1, name -> {});
    assertThat(page(Optional.of(comparison)))
        .contains("<p class=\"gone\"><strong>Why now:</strong> age</p>")
        .contains("<p class=\"come\"><strong>Why now:</strong> 5 &lt; 6</p>");
  }
}
