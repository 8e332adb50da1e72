package org.glidepath.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.glidepath.facts.Range;
import org.glidepath.pharmacology.DrugTable.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBooksTest {

  @TempDir private Path folder;

  @Test
  void a_rule_book_is_read_as_a_whole() {
    RuleBook book = SampleBook.in(folder).load();

    assertThat(book.version()).matches("[0-9a-f]{12}");
    assertThat(book.rules())
        .extracting(Rule::id)
        .containsExactly("FL-001", "TP-001", "TP-001", "Convention", "Convention");
    assertThat(book.rules().get(0))
        .isEqualTo(
            new Rule(
                "FL-001 Flumazenil in physical dependence",
                "FL-001",
                "flumazenil",
                List.of("Label", "Book"),
                List.of("TP-001", "taper"),
                false,
                true,
                "flumazenil/flumazenil.drl",
                7));
    assertThat(book.cards()).containsOnlyKeys("FL-001", "TP-001");
    assertThat(book.evidence()).containsOnlyKeys("Book", "Label");
    assertThat(book.valueSets().ids()).containsExactly("flumazenil");
    assertThat(book.conventions().episodeGapDays()).isEqualTo(31);
    assertThat(book.drugs().named("alprazolam").orElseThrow().equivalentTo10MgDiazepam())
        .contains(Range.between("0.5", "1"));
    assertThat(book.drugs().byCode(new Code("http://www.whocc.no/atc", "N05BA01")))
        .isEqualTo(book.drugs().named("diazepam"));
  }

  @Test
  void a_service_knows_its_folders_and_cards() {
    RuleBook book = SampleBook.in(folder).load();

    Service sign = book.services().get(0);
    assertThat(sign.folders()).containsExactly("flumazenil", "taper");
    assertThat(sign.cards()).containsExactly("FL-001", "TP-001");
    assertThat(sign.maximumCards()).isEqualTo(2);
    assertThat(sign.prefetch()).containsOnlyKeys("patient", "conditions", "encounter");
    assertThat(book.services().get(1).cards()).isEqualTo(Set.of("FL-001", "TP-001"));
  }

  @Test
  void equal_content_has_an_equal_version_and_any_other_content_another(@TempDir Path other) {
    SampleBook book = SampleBook.in(folder);
    String version = book.load().version();

    assertThat(SampleBook.in(other).load().version()).isEqualTo(version);
    book.replacing("rules/taper/TP-001.en.yaml", "title: A taper", "title: The taper");
    assertThat(book.load().version()).isNotEqualTo(version);
  }

  @Test
  void all_problems_of_all_files_are_told_together_in_the_order_of_files_and_lines() {
    List<String> problems =
        SampleBook.in(folder)
            .replacing(
                "rules/flumazenil/flumazenil.drl", "RiskClass( dependent", "RiskClass( dependant")
            .replacing("rules/flumazenil/flumazenil.drl", "\"Label\", \"Book\"", "\"Labl\"")
            .replacing("rules/taper/TP-001.en.yaml", "exposure.drug", "exposur.drug")
            .replacing("rules/drugs/products.csv", "diazepam", "diazepan")
            .without("rules/conventions.yaml")
            .problems();

    assertThat(problems)
        .map(problem -> problem.replaceAll("where known: .*? in all\\)\\.", "where known: ..."))
        .containsExactly(
            "rules/conventions.yaml:1:1: error: this file is missing",
            "rules/drugs/products.csv:3:52: error: benzodiazepines.csv has no drug \"diazepan\"."
                + " Maybe \"diazepam\"?",
            "rules/flumazenil/flumazenil.drl:8:16: error: evidence.yaml has no source \"Labl\"; add"
                + " it there. Maybe \"Label\"?",
            "rules/flumazenil/flumazenil.drl:12:24: error: fact RiskClass has no field"
                + " \"dependant\". Fields: of, level, dependent, sources. Maybe \"dependent\"?",
            "rules/taper/TP-001.en.yaml:2:11: error: unknown variable \"exposur\". Variables:"
                + " exposure, patient, today; where known: ..."
                + " Maybe \"exposure\"?");
  }

  @Test
  void a_rule_that_waits_for_what_no_rule_of_the_book_concludes_is_warned_of() {
    assertThat(SampleBook.in(folder).warnings())
        .contains(
            "rules/flumazenil/flumazenil.drl:12:5: warning: no rule that can fire concludes"
                + " RiskClass: the rule never fires; it takes a rule with insertLogical( new"
                + " RiskClass( ... ) )");
  }

  @Test
  void what_a_service_asks_for_and_no_rule_looks_at_is_warned_of() {
    assertThat(SampleBook.in(folder).warnings())
        .filteredOn(warning -> warning.contains("services.yaml"))
        .containsExactly(
            "rules/services.yaml:12:7: warning: no rule of this service looks at Diagnosis: every"
                + " call asks the client for conditions in vain",
            "rules/services.yaml:13:7: warning: no rule of this service looks at CurrentEncounter"
                + " or InpatientStay: every call asks the client for encounter in vain");
  }

  @Test
  void a_folder_that_is_not_there_is_a_problem() {
    RuleBookException failure =
        catchThrowableOfType(
            RuleBookException.class, () -> RuleBooks.load(folder.resolve("nowhere")));

    assertThat(failure.problems().get(0).toString())
        .isEqualTo(
            folder.resolve("fhir-profiles/valuesets") + ":1:1: error: this folder cannot be read");
  }

  @Test
  void rules_that_were_compiled_before_are_not_compiled_again() throws Exception {
    SampleBook sample = SampleBook.in(folder.resolve("book"));
    Path cache = folder.resolve("cache");
    RuleBook compiled = RuleBooks.load(sample.rules(), sample.profiles(), cache);
    Optional<Path> kept = onlyFile(cache);

    RuleBook restored = RuleBooks.load(sample.rules(), sample.profiles(), cache);

    assertThat(restored.rules()).isEqualTo(compiled.rules());
    assertThat(restored.version()).isEqualTo(compiled.version());
    assertThat(restored.services()).isEqualTo(compiled.services());
    assertThat(new TestSession(restored).advice(TestSession.alprazolam("0.5")))
        .isEqualTo(new TestSession(compiled).advice(TestSession.alprazolam("0.5")))
        .containsExactly("info Exposure");
    assertThat(onlyFile(cache)).isEqualTo(kept);
  }

  @Test
  void rules_that_were_changed_while_they_served_are_kept_for_the_next_start() throws Exception {
    SampleBook sample = SampleBook.in(folder.resolve("book"));
    Path cache = folder.resolve("cache");
    RuleBookReader reader =
        new RuleBookReader(sample.rules(), sample.profiles(), Optional.of(cache));
    reader.read();
    Path first = onlyFile(cache).orElseThrow();
    sample.replacing("rules/taper/taper.drl", "TP-001 A taper of", "TP-001 The taper of");
    RuleBook changed = reader.read();
    assertThat(onlyFile(cache)).contains(first);

    reader.keep();

    Files.delete(first);
    Path second = onlyFile(cache).orElseThrow();
    FileTime written = Files.getLastModifiedTime(second);
    RuleBook restarted = RuleBooks.load(sample.rules(), sample.profiles(), cache);
    assertThat(restarted.version()).isEqualTo(changed.version());
    assertThat(restarted.rules()).extracting(Rule::title).contains("The taper of one drug");
    assertThat(Files.getLastModifiedTime(second)).isEqualTo(written);
  }

  @Test
  void what_is_wrong_with_a_file_is_told_again_when_another_changes() throws Exception {
    SampleBook sample =
        SampleBook.in(folder)
            .replacing("rules/flumazenil/flumazenil.drl", "RiskClass( dep", "RiskClass( deb");
    RuleBookReader reader = new RuleBookReader(sample.rules(), sample.profiles(), Optional.empty());
    List<Problem> first = reader.check().problems();
    sample.replacing("rules/taper/taper.drl", "TP-001 A taper of", "TP-001 The taper of");

    assertThat(first).anyMatch(problem -> problem.message().contains("debendent"));
    assertThat(reader.check().problems()).isEqualTo(first);
  }

  @Test
  void a_change_of_texts_leaves_the_compiled_rules_as_they_are() throws Exception {
    SampleBook sample = SampleBook.in(folder);
    RuleBookReader reader = new RuleBookReader(sample.rules(), sample.profiles(), Optional.empty());
    RuleBook before = reader.read();
    sample.replacing("rules/taper/TP-001.en.yaml", "title: A taper", "title: The taper");
    RuleBook text = reader.read();
    sample.replacing("rules/taper/taper.drl", "TP-001 A taper of", "TP-001 The taper of");
    RuleBook rules = reader.read();

    assertThat(text.version()).isNotEqualTo(before.version());
    assertThat(text.kieBase()).isSameAs(before.kieBase());
    assertThat(rules.kieBase()).isNotSameAs(before.kieBase());
  }

  @Test
  void compiled_rules_that_cannot_be_read_are_compiled_again() throws Exception {
    SampleBook sample = SampleBook.in(folder.resolve("book"));
    Path cache = folder.resolve("cache");
    RuleBooks.load(sample.rules(), sample.profiles(), cache);
    Path kept = onlyFile(cache).orElseThrow();
    Files.write(kept, new byte[] {1, 2, 3});

    RuleBook book = RuleBooks.load(sample.rules(), sample.profiles(), cache);

    assertThat(book.rules()).hasSize(5);
    assertThat(Files.size(kept)).isGreaterThan(3);
  }

  @Test
  void a_folder_that_cannot_keep_compiled_rules_does_no_harm() throws Exception {
    SampleBook sample = SampleBook.in(folder.resolve("book"));
    Path blocked = Files.writeString(folder.resolve("file"), "not a folder");

    assertThat(RuleBooks.load(sample.rules(), sample.profiles(), blocked).rules()).hasSize(5);
  }

  private static Optional<Path> onlyFile(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return Optional.of(all.get(0));
    }
  }
}
