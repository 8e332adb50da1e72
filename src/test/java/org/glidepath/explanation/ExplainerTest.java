package org.glidepath.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.glidepath.cdshooks.CdsService;
import org.glidepath.cdshooks.Explanation;
import org.glidepath.explanation.Account.Given;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBooks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Flumazenil for a patient of 56 years on alprazolam 3 mg a day for two years, without seizures.
 */
class ExplainerTest {

  private static final Path REQUEST = Path.of("docs/examples/order-sign-flumazenil.json");

  private static RuleBook book;
  private static Explainer explainer;
  private static Explanation why;

  @BeforeAll
  static void answer() throws RuleBookException, IOException {
    book = RuleBooks.load(Path.of("rules"), Path.of("fhir-profiles"), Path.of("target/kept-rules"));
    explainer = new Explainer(book);
    why = answered(Files.readString(REQUEST));
  }

  private static Explanation answered(String request) {
    return new CdsService(book, (access, queries) -> Map.of())
        .call(request.getBytes(StandardCharsets.UTF_8), Instant.parse("2026-03-01T10:00:00Z"))
        .explanation()
        .orElseThrow();
  }

  private static Given given(String rule) {
    return explainer.account(why).advice().stream()
        .filter(one -> one.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void advice_names_its_facts_their_resources_and_what_became_of_it() {
    assertThat(given("FL-001").outcome()).isEqualTo("shown");
    assertThat(given("FL-001").because())
        .anySatisfy(
            ground -> {
              assertThat(ground.fact()).startsWith("exposure: alprazolam, current");
              assertThat(ground.from()).containsExactly("MedicationRequest/alprazolam-order");
            });
    assertThat(given("WR-005").outcome()).isEqualTo("not shown in this hook");
    assertThat(given("WR-005").because())
        .singleElement()
        .satisfies(
            ground -> {
              assertThat(ground.fact()).isEqualTo("risk class: alprazolam, level yes rising");
              assertThat(ground.concludedBy()).startsWith("WR-005");
            });
  }

  @Test
  void what_was_concluded_is_told_with_the_facts_that_the_rule_matched() {
    assertThat(explainer.account(why).concluded())
        .filteredOn(one -> one.fact().startsWith("risk class"))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.because())
                    .extracting(Account.Ground::fact)
                    .containsExactly("regular use: alprazolam", "long use: alprazolam"));
  }

  @Test
  void a_rule_that_lacked_one_condition_came_close() {
    assertThat(explainer.account(why).close())
        .filteredOn(close -> close.rule().equals("SP-001"))
        .singleElement()
        .satisfies(
            close -> {
              assertThat(close.missing()).isEqualTo("patient age: years is at least 65");
              assertThat(close.seen()).containsExactly("years: 56");
              assertThat(close.place()).startsWith("rules/special-populations/").contains(".drl:");
            });
    assertThat(explainer.account(why).close())
        .extracting(Account.Close::rule)
        .doesNotContain("FL-001", "WR-005");
  }

  @Test
  void a_missing_conclusion_is_followed_to_the_fact_that_is_missing() {
    Shortfall shortfall = explainer.whyNot("TP-001", why.decision()).orElseThrow();
    assertThat(shortfall.condition().words()).isEqualTo("there is a taper proposed");
    assertThat(shortfall.because()).isPresent();
    assertThat(shortfall.sentence())
        .contains("there is a taper proposed")
        .contains("It would have come from")
        .contains(".drl:");
  }

  @Test
  void a_rule_that_spoke_lacked_nothing() {
    assertThat(explainer.whyNot("FL-001", why.decision())).isEmpty();
    assertThat(explainer.whyNot("ZZ-999", why.decision())).isEmpty();
  }
}
