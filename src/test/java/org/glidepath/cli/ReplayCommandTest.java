package org.glidepath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glidepath.rulebook.SampleBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book of one rule, that a patient is 65 or older, and the record of one who is 86. */
class ReplayCommandTest {

  private static final String AT = "2026-03-01T10:00:00Z";

  @TempDir Path folder;
  private SampleBook book;
  private Path record;

  @BeforeEach
  void write() throws IOException {
    book = sample("book", "years >= 65");
    record =
        Files.writeString(
            Files.createDirectories(folder.resolve("records")).resolve("record.json"),
            """
            { "resourceType": "Bundle", "type": "collection", "entry": [
              { "resource": { "resourceType": "Patient", "id": "p", "birthDate": "1940-01-01" } },
              { "resource": { "resourceType": "MedicationRequest", "id": "o", "status": "draft", "intent": "order",
                "subject": { "reference": "Patient/p" }, "medicationCodeableConcept": { "text": "ibuprofen" } } } ] }
            """);
  }

  private SampleBook sample(String name, String condition) {
    return SampleBook.in(folder.resolve(name))
        .with(
            "rules/taper/taper.drl",
            """
            package rules.taper;

            import org.glidepath.facts.*;

            global Advise advise;

            rule "TP-001 Age"
                @evidence( "Book" )
            when
                $age : PatientAge( %s )
            then
                advise.info( $age );
            end
            """
                .formatted(condition))
        .with(
            "rules/taper/TP-001.en.yaml",
            """
            title: Age
            summary: "Sixty-five or older"
            detail: ["**Why now:** age"]
            """);
  }

  private Typed replay(String... options) {
    String[] all = new String[options.length + 6];
    System.arraycopy(
        new String[] {"replay", record.toString(), "--rules", book.rules().toString(), "--at", AT},
        0,
        all,
        0,
        6);
    System.arraycopy(options, 0, all, 6, options.length);
    return Typed.glidepath(all);
  }

  @Test
  void json_is_one_object_a_line_and_nothing_else() {
    Typed typed = replay("--json");
    assertThat(typed.status()).isZero();
    JsonNode line = typed.lines().get(0);
    assertThat(typed.lines()).hasSize(1);
    assertThat(line.path("case").asText()).isEqualTo(record.toString());
    assertThat(line.path("passed").asBoolean()).isTrue();
    assertThat(line.at("/cards/0/rule").asText()).isEqualTo("TP-001");
    assertThat(typed.err()).contains("1 replayed, 1 as expected, 0 not");
  }

  @Test
  void coverage_lists_the_conditions_that_no_case_makes_false() {
    assertThat(replay("--coverage", "--rule", "TP-*").out())
        .contains("TP-001 Age: never false: patient age: years is at least 65")
        .contains("0 of 1 rules hold in one case and not in another; 0 of 2 conditions")
        .doesNotContain("FL-001 Flumazenil");
  }

  @Test
  void another_book_is_compared_and_a_lost_card_is_a_finding() throws IOException {
    SampleBook stricter = sample("other", "years >= 90");
    Typed typed = replay("--against", stricter.rules().toString());
    assertThat(typed.status()).isEqualTo(1);
    assertThat(typed.out())
        .contains("1 of 1 calls come out otherwise")
        .contains("+ TP-001 [info] Sixty-five or older")
        .contains("New cards 1, lost 0, changed 0");
    Typed same = replay("--against", book.rules().toString());
    assertThat(same.status()).isZero();
    assertThat(same.out()).contains("0 of 1 calls come out otherwise");
  }

  @Test
  void what_is_accepted_is_written_and_said() {
    Typed typed = replay("--accept");
    Path expected = record.resolveSibling("record.expected.json");
    assertThat(typed.out()).contains("accepted: wrote " + expected);
    assertThat(expected).content().contains("Sixty-five or older");
    assertThat(replay("--accept").out()).doesNotContain("accepted");
  }

  @Test
  void outside_of_a_repository_no_revision_can_be_asked() {
    Typed typed = replay("--changed");
    assertThat(typed.status()).isEqualTo(2);
    assertThat(typed.err()).contains("glidepath: git: ");
  }

  @Test
  void options_that_make_no_sense_are_refused_in_words() {
    assertThat(replay("--jobs", "0").err())
        .isEqualTo("glidepath: --jobs is a whole number of at least 1\n");
    assertThat(replay("--mutate", "--coverage").err())
        .isEqualTo("glidepath: --mutate and --coverage are two questions: ask one at a time\n");
    assertThat(replay("--rule", "TP-*").err())
        .isEqualTo("glidepath: --rule goes with --mutate or --coverage; --only chooses cases\n");
    assertThat(replay("--accept", "--against", "HEAD").err())
        .isEqualTo(
            "glidepath: --accept stands alone: neither --against nor --mutate changes a case\n");
    assertThat(replay("--only", "[").err())
        .isEqualTo("glidepath: --only [ is no pattern; write fl-* or *-65\n");
    assertThat(replay("--only", "nothing-*").err())
        .isEqualTo(
            "glidepath: nothing to replay in %s that is called nothing-*; a test case is a folder with case.yaml, a request or a bundle is a .json file\n"
                .formatted(record));
    assertThat(Typed.glidepath("replay", "--at", "yesterday").err())
        .startsWith(
            "Invalid value for option '--at': \"yesterday\" is no instant; write 2026-03-01T10:00:00Z\n");
    assertThat(Typed.glidepath("replay", "--rules", "nowhere").err())
        .isEqualTo("glidepath: there is no folder nowhere\n");
  }
}
