package org.glidepath.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.glidepath.replay.MutantResult.Outcome;
import org.glidepath.rulebook.SampleBook;
import org.glidepath.rulebook.mutation.Mutants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationRunTest {

  private static final String RULE =
      """
      package rules.taper;
      import org.glidepath.facts.*;
      global Advise advise;
      rule "TP-001 Sixty-five or older"
          @evidence( "Book" )
      when
          $age : PatientAge( years >= 65 )
      then
          advise.info( $age );
      end
      """;

  @TempDir Path folder;

  private SampleBook sample;

  @BeforeEach
  void one_rule() {
    sample =
        SampleBook.in(folder.resolve("book"))
            .with("rules/taper/taper.drl", RULE)
            .with(
                "rules/taper/TP-001.en.yaml",
                """
                title: Age
                summary: "Sixty-five or older"
                detail: ["**Why now:** age"]
                """);
  }

  @Test
  void a_case_on_each_side_of_a_threshold_notices_every_step() throws IOException {
    born("1961-03-01", "fires: [TP-001]");
    born("1961-03-02", "silent: [TP-001]");
    assertThat(unnoticed()).isEmpty();
  }

  @Test
  void without_the_near_miss_a_lower_threshold_goes_unnoticed() throws IOException {
    born("1961-03-01", "fires: [TP-001]");
    assertThat(unnoticed()).containsExactly("65 becomes 64", "dropped: years >= 65");
  }

  @Test
  void a_case_that_fails_already_tells_nothing() throws IOException {
    born("1961-03-02", "fires: [TP-001]");
    MutationRun run = run();
    assertThat(run.cases()).isZero();
  }

  @Test
  void a_change_that_breaks_the_evaluation_spoils_no_other() throws IOException {
    sample.replacing(
        "rules/taper/taper.drl",
        "advise.info( $age );\nend",
        """
        advise.info( $age );
        end
        rule "TP-001 The age, and a supply that ends"
            @evidence( "Book" )
        when
            $age : PatientAge()
            exists Exposure( supplyDaysLeft.isPresent(), supplyDaysLeft.get() < 3 )
        then
            advise.info( $age );
        end
        """);
    born("1961-03-01", "fires: [TP-001]");
    born("1961-03-02", "silent: [TP-001]");
    assertThat(unnoticed())
        .contains("3 becomes 4")
        .contains("dropped: supplyDaysLeft.isPresent()")
        .doesNotContain("65 becomes 64");
  }

  @Test
  void a_figure_that_no_case_depends_on_goes_unnoticed() throws IOException {
    born("1961-03-01", "fires: [TP-001]");
    MutationRun run = run();
    List<MutantResult> results =
        run.runFigures(mutants().movedFigures(sample.load()), 2, result -> {});
    assertThat(results)
        .extracting(result -> result.mutant().subject() + ": " + result.mutant().change())
        .contains("episodeGapDays: 31 becomes 32", "episodeGapDays: 31 becomes 30")
        .contains("halfOccupancyDiazepamMg: 24.7 becomes 24.8");
    assertThat(results).extracting(MutantResult::outcome).containsOnly(Outcome.UNNOTICED);
  }

  private List<String> unnoticed() {
    Mutants mutants = mutants();
    return run()
        .runRules(
            mutants.changedRules().stream()
                .filter(m -> m.original().id().equals("TP-001"))
                .toList(),
            2,
            r -> {})
        .stream()
        .filter(result -> result.outcome() == Outcome.UNNOTICED)
        .map(result -> result.mutant().change())
        .toList();
  }

  private MutationRun run() {
    List<Path> cases = Replay.find(List.of(folder.resolve("cases")), Optional.empty());
    return new MutationRun(sample.load(), mutants(), cases, Instant.EPOCH);
  }

  private Mutants mutants() {
    return Mutants.of(sample.rules(), sample.profiles(), Optional.empty());
  }

  private void born(String date, String expectation) throws IOException {
    Path dir = Files.createDirectories(folder.resolve("cases/born-" + date));
    Files.writeString(
        dir.resolve("case.yaml"),
        """
        title: Born %s
        at: 2026-03-01T10:00:00Z
        hook: order-sign
        expect:
          %s
        """
            .formatted(date, expectation));
    Files.writeString(
        dir.resolve("bundle.json"),
        """
        { "resourceType": "Bundle", "type": "collection", "entry": [
          { "resource": { "resourceType": "Patient", "id": "p", "birthDate": "%s" } },
          { "resource": { "resourceType": "MedicationRequest", "id": "o", "status": "draft", "intent": "order",
            "subject": { "reference": "Patient/p" }, "medicationCodeableConcept": { "text": "ibuprofen" } } },
          { "resource": { "resourceType": "MedicationStatement", "id": "s", "status": "active",
            "subject": { "reference": "Patient/p" }, "medicationCodeableConcept": { "text": "alprazolam" } } } ] }
        """
            .formatted(date));
  }
}
