package org.glidepath.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.glidepath.rulebook.SampleBook;

/** A rule book of one rule, about age, with cases of patients who differ in theirs. */
final class AgeCases {

  static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  static final String RULE =
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

  private final Path folder;
  private final SampleBook sample;

  AgeCases(Path folder) {
    this.folder = folder;
    this.sample =
        SampleBook.in(folder.resolve("book"))
            .with("rules/taper/taper.drl", RULE)
            .with(
                "rules/taper/TP-001.en.yaml",
                """
                title: Age
                summary: "Sixty-five or older"
                detail: ["**Why now:** age"]
                """)
            .replacing("rules/services.yaml", "cards: [", "cards: [taper, ");
  }

  SampleBook book() {
    return sample;
  }

  Path cases() {
    return folder.resolve("cases");
  }

  Replay replay() {
    return new Replay(sample.load(), AT);
  }

  /** Every case, in the order of their names. */
  List<Path> all() {
    return Replay.find(List.of(cases()), Optional.empty());
  }

  List<Result> results() {
    return replay().run(all(), 1, result -> {});
  }

  /** A case whose patient is born on a date; the expectation is indented by two blanks. */
  Path born(String date, String expectation) {
    Path dir = cases().resolve("born-" + date);
    write(
        dir.resolve("case.yaml"),
        """
        title: Born %s
        at: 2026-03-01T10:00:00Z
        hook: order-sign # as an EHR would
        expect:
        %s\
        """
            .formatted(date, expectation.indent(2)));
    write(dir.resolve("bundle.json"), bundle(date));
    return dir;
  }

  static String bundle(String birthDate) {
    return """
    { "resourceType": "Bundle", "type": "collection", "entry": [
      { "resource": { "resourceType": "Patient", "id": "p", "birthDate": "%s" } },
      { "resource": { "resourceType": "MedicationRequest", "id": "o", "status": "draft", "intent": "order",
        "subject": { "reference": "Patient/p" }, "medicationCodeableConcept": { "text": "ibuprofen" } } } ] }
    """
        .formatted(birthDate);
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
