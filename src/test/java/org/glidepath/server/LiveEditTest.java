package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.glidepath.rulebook.RuleBookReader;
import org.glidepath.rulebook.SampleBook;
import org.glidepath.server.RunningService.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved in the rule folder answers without a restart, or is refused with the reason. */
class LiveEditTest {

  private static final String RULES = "rules/taper/taper.drl";
  private static final String CARD = "rules/taper/TP-001.en.yaml";
  private static final String SIGN = "/cds-services/sign";

  /** Outlasts any machine; nothing is measured here. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;
  private SampleBook files;
  private RunningService service;

  @BeforeEach
  void serve() throws Exception {
    // alprazolam 3 mg a day is above the low tier; without flumazenil's rule the taper speaks
    files =
        SampleBook.in(folder).replacing("rules/services.yaml", "[flumazenil, TP-001]", "[TP-001]");
    RuleBookReader reader = new RuleBookReader(files.rules(), files.profiles(), Optional.empty());
    service = RunningService.of(reader.read());
    service.follow(reader);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void a_threshold_and_a_sentence_are_live_after_they_are_saved() {
    assertThat(summary()).isEqualTo("alprazolam, above the low tier: taper");

    files.replacing(RULES, "mg.high <= 0.5", "mg.high <= 3");
    await(() -> summary().equals("alprazolam: taper"));

    files.replacing(CARD, ": taper\"", ": go slowly\"");
    await(() -> summary().equals("alprazolam: go slowly"));
  }

  @Test
  void a_broken_file_is_refused_at_its_place_and_the_old_book_answers_until_it_is_mended() {
    String before = health().path("ruleBook").asText();

    files.replacing(RULES, "mg.high <= 0.5", "mg.hihg <= 3");
    await(() -> health().has("refused"));

    assertThat(health().at("/refused/problems/0").asText())
        .isEqualTo(
            folder.resolve(RULES)
                + ":37:60: error: Range has no field \"hihg\". Fields: low, high, certain, zero. Maybe \"high\"?");
    assertThat(Instant.parse(health().at("/refused/at").asText())).isEqualTo(RunningService.AT);
    assertThat(health().path("ruleBook").asText()).isEqualTo(before);
    assertThat(summary()).isEqualTo("alprazolam, above the low tier: taper");

    files.replacing(RULES, "mg.hihg <= 3", "mg.high <= 3");
    await(() -> !health().has("refused"));

    assertThat(health().path("ruleBook").asText()).isNotEqualTo(before);
    assertThat(summary()).isEqualTo("alprazolam: taper");
  }

  @Test
  void a_value_set_is_live_after_it_is_saved() {
    String before = health().path("ruleBook").asText();

    files.replacing("fhir-profiles/valuesets/flumazenil.json", "\"active\"", "\"draft\"");

    await(() -> !health().path("ruleBook").asText().equals(before));
  }

  @Test
  void a_rule_that_loops_over_the_example_is_refused_and_named() {
    files.with(
        "rules/taper/loop.drl",
        """
        package rules.taper;
        import org.glidepath.facts.*;
        rule "Convention Older and older"
        @evidence( "Book" )
        when
          $age : PatientAge( $years : years )
        then
          insertLogical( new PatientAge( $years + 1, $years + 1, $age.sources() ) );
        end
        """);

    await(() -> health().has("refused"));

    assertThat(health().at("/refused/problems/0").asText())
        .isEqualTo(
            "the rule book cannot be served: the example was stopped: more than 10000 firings"
                + " at rule \"Convention Older and older\"");
  }

  @Test
  void the_rule_book_tells_its_rules_and_their_sources() {
    JsonNode book = service.get("/rulebook").body();

    assertThat(book.path("version").asText()).isEqualTo(health().path("ruleBook").asText());
    assertThat(book.path("rules")).hasSize(5);
    assertThat(book.at("/rules/0"))
        .isEqualTo(
            HookCall.json(
                """
                {'id':'FL-001','name':'FL-001 Flumazenil in physical dependence','group':'flumazenil',
                'advises':true,'enabled':true,'reserve':false,'evidence':['Label','Book'],
                'suppresses':['TP-001','taper'],'file':'flumazenil/flumazenil.drl','line':7}
                """));
    assertThat(book.at("/evidence/Book/citation").asText()).isEqualTo("Somebody. A book. 2020");
  }

  private String summary() {
    Response response = service.post(SIGN, HookCall.flumazenil().text());
    assertThat(response.status()).isEqualTo(200);
    return response.cards().path(0).path("summary").asText();
  }

  private JsonNode health() {
    return service.get("/health").body();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time").isLessThan(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
