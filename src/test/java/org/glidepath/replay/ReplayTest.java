package org.glidepath.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBooks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a QA analyst reads when a case does not come out as expected, or cannot be run. */
class ReplayTest {

  private static final Path ORIGINAL =
      Path.of("test-cases/withdrawal-risk/wr-008-stop-after-two-years");

  private static RuleBook ruleBook;

  @TempDir Path folder;

  @BeforeAll
  static void load() throws RuleBookException {
    ruleBook = RuleBooks.load(Path.of("rules"));
  }

  @Test
  void a_case_that_comes_out_as_expected_passes() throws IOException {
    Result result = replay(expecting("fires: [WR-008]"));
    assertThat(result.differences()).isEmpty();
    assertThat(result.passed()).isTrue();
    assertThat(result.title()).isEqualTo("A stop");
  }

  @Test
  void a_rule_that_did_not_fire_is_told_with_those_that_did() throws IOException {
    assertThat(replay(expecting("fires: [FL-001]")).differences())
        .singleElement()
        .asString()
        .startsWith("expected FL-001 to fire, but it was silent; fired: ")
        .contains("WR-005")
        .contains("WR-008");
  }

  @Test
  void a_rule_that_another_suppressed_neither_fires_nor_is_called_silent() throws IOException {
    assertThat(replay(expecting("fires: [TP-002]")).differences())
        .singleElement()
        .asString()
        .startsWith("expected TP-002 to fire, but it was suppressed; fired: ");
    assertThat(replay(expecting("silent: [TP-002]")).differences()).isEmpty();
  }

  @Test
  void a_rule_fires_whether_or_not_its_card_is_shown() throws IOException {
    assertThat(replay(expecting("fires: [WR-005]")).differences()).isEmpty();
    assertThat(replay(expecting("cards: [{ rule: WR-005 }]")).differences())
        .singleElement()
        .asString()
        .startsWith("expected a card of WR-005; cards: WR-008");
  }

  @Test
  void a_rule_that_fired_and_should_be_silent_is_told() throws IOException {
    assertThat(replay(expecting("silent: [WR-008]")).differences())
        .containsExactly("expected WR-008 to be silent, but it fired");
  }

  @Test
  void what_was_inferred_is_told_beside_what_was_expected() throws IOException {
    assertThat(replay(expecting("inferred: { RiskClass: RARE }")).differences())
        .containsExactly("expected RiskClass RARE, but inferred: YES_RISING");
    assertThat(replay(expecting("inferred: { RiskClass: [] }")).differences())
        .containsExactly("expected RiskClass none, but inferred: YES_RISING");
    assertThat(replay(expecting("inferred: { RiskClass: [YES_RISING] }")).differences()).isEmpty();
  }

  @Test
  void the_indicator_and_the_words_of_a_card_are_told() throws IOException {
    List<String> differences =
        replay(expecting("cards: [{ rule: WR-008, indicator: info, contains: [aspirin] }]"))
            .differences();
    assertThat(differences).hasSize(2);
    assertThat(differences.get(0))
        .isEqualTo("expected the card of WR-008 to be info, but it is critical");
    assertThat(differences.get(1))
        .startsWith("expected the card of WR-008 to say \"aspirin\", but it says: alprazolam 3 mg");
  }

  @Test
  void an_unknown_key_is_told_with_its_line_and_the_nearest_known_one() throws IOException {
    assertThat(replay(expecting("fire: [WR-008]")).differences())
        .containsExactly(
            folder
                + "/case.yaml:6:3: error: there is no key \"fire\" here. Maybe \"fires\"? Keys: cards, fires, inferred, silent");
  }

  @Test
  void an_unknown_rule_is_told_with_its_line_and_the_nearest_known_one() throws IOException {
    assertThat(replay(expecting("fires: [WR-005, WR-088]")).differences())
        .singleElement()
        .asString()
        .startsWith(
            folder
                + "/case.yaml:6:19: error: fires names WR-088, which gives no advice in this rule book. Maybe \"WR-008\"? Rules: DQ-001, ");
  }

  @Test
  void a_fact_that_no_rule_knows_is_refused_because_none_would_hold_for_ever() throws IOException {
    assertThat(replay(expecting("inferred: { RiskClas: [] }")).differences())
        .singleElement()
        .asString()
        .startsWith(
            folder
                + "/case.yaml:6:15: error: inferred names RiskClas, which is no fact. Maybe \"RiskClass\"?");
  }

  @Test
  void a_case_that_expects_nothing_is_refused() throws IOException {
    assertThat(replay(expecting("fires: []")).differences())
        .containsExactly(
            folder + "/case.yaml:5:1: error: expect names nothing, so the case could never fail");
  }

  @Test
  void a_hook_an_instant_and_a_prefetch_key_are_checked() throws IOException {
    String good = expecting("fires: [WR-008]");
    assertThat(replay(good.replace("order-sign", "order-sing")).differences())
        .singleElement()
        .asString()
        .startsWith(
            folder
                + "/case.yaml:3:7: error: no service answers the hook order-sing. Maybe \"order-sign\"?");
    assertThat(replay(good.replace("2026-03-01T10:00:00Z", "yesterday")).differences())
        .containsExactly(
            folder
                + "/case.yaml:2:5: error: at is \"yesterday\"; expected an instant as 2026-03-01T10:00:00Z");
    assertThat(replay("missing: [observation]\n" + good).differences())
        .singleElement()
        .asString()
        .startsWith(
            folder
                + "/case.yaml:1:11: error: missing names the prefetch key observation. Maybe \"observations\"?");
  }

  @Test
  void broken_yaml_is_told_with_its_line() throws IOException {
    assertThat(replay(expecting("fires: [WR-008")).differences())
        .singleElement()
        .asString()
        .isEqualTo(
            folder + "/case.yaml:6:10: error: what opens here is not closed, or lacks a comma");
  }

  @Test
  void a_case_without_a_bundle_cannot_be_run() throws IOException {
    Files.writeString(folder.resolve("case.yaml"), expecting("fires: [WR-008]"));
    Result result = run();
    assertThat(result.title()).isEqualTo("cannot be run");
    assertThat(result.differences())
        .containsExactly(
            folder
                + "/bundle.json:1:1: error: this file is missing; a test case is a folder with case.yaml and bundle.json");
  }

  @Test
  void a_case_whose_case_file_is_misnamed_is_no_record_of_a_patient() throws IOException {
    Files.writeString(folder.resolve("case.yml"), expecting("fires: [WR-008]"));
    Files.copy(ORIGINAL.resolve("bundle.json"), folder.resolve("bundle.json"));

    assertThat(Replay.find(List.of(folder), Optional.empty())).containsExactly(folder);
    assertThat(run().differences())
        .containsExactly(
            folder
                + "/case.yaml:1:1: error: this file is missing; a test case is a folder with"
                + " case.yaml and bundle.json");
  }

  @Test
  void an_expectation_that_could_never_hold_or_never_fail_is_refused() throws IOException {
    assertThat(replay(expecting("cards: [{rule: WR-008, indicator: high}]")).differences())
        .containsExactly(
            folder
                + "/case.yaml:6:37: error: a card is never \"high\". Indicators: info, warning,"
                + " critical");
    assertThat(replay(expecting("inferred: {DailyDose: []}")).differences())
        .containsExactly(
            folder
                + "/case.yaml:6:14: error: inferred names DailyDose, which is read and not concluded"
                + " by a rule");
    assertThat(replay(expecting("fires: {WR-008: 1}")).differences())
        .containsExactly(
            folder
                + "/case.yaml:5:1: error: \"expect fires\" has another form; test-cases/README.md"
                + " shows it");
  }

  @Test
  void a_bundle_that_is_no_json_or_without_a_patient_is_told_in_words() throws IOException {
    String bundle = Files.readString(ORIGINAL.resolve("bundle.json"));
    Files.writeString(folder.resolve("bundle.json"), bundle.replaceFirst(",", ""));
    assertThat(replay(expecting("fires: [WR-008]")).differences())
        .containsExactly(
            folder
                + "/bundle.json:3:3: error: a quote is not expected here: a comma, or a quote, is"
                + " missing before it");

    Files.writeString(folder.resolve("bundle.json"), bundle.replace("\"Patient\"", "\"Pateint\""));
    assertThat(replay(expecting("fires: [WR-008]")).differences())
        .singleElement()
        .asString()
        .startsWith(folder + "/bundle.json:1:1: error: the bundle holds no Patient, but ")
        .contains("Pateint");
  }

  @Test
  void an_order_that_is_not_in_the_bundle_is_told() throws IOException {
    String other = expecting("fires: [WR-008]").replace("alprazolam-order", "diazepam-order");
    assertThat(replay(other).differences())
        .containsExactly(folder + "/bundle.json:1:1: error: no MedicationRequest diazepam-order");
  }

  @Test
  void cases_are_found_by_folder_and_by_name() {
    List<Path> all = Replay.find(List.of(ORIGINAL.getParent()), Optional.empty());
    List<Path> stops = Replay.find(List.of(ORIGINAL.getParent()), Optional.of("wr-008-*"));
    assertThat(all).contains(ORIGINAL).hasSizeGreaterThan(stops.size());
    assertThat(stops).contains(ORIGINAL).allMatch(path -> path.toString().contains("/wr-008-"));
  }

  private static String expecting(String expectation) {
    return """
        title: A stop
        at: 2026-03-01T10:00:00Z
        hook: order-sign
        draftOrders: [alprazolam-order]
        expect:
          %s
        """
        .formatted(expectation);
  }

  private Result replay(String caseFile) throws IOException {
    Files.writeString(folder.resolve("case.yaml"), caseFile);
    if (Files.notExists(folder.resolve("bundle.json"))) {
      Files.copy(ORIGINAL.resolve("bundle.json"), folder.resolve("bundle.json"));
    }
    return run();
  }

  private Result run() {
    return new Replay(ruleBook, Instant.EPOCH).run(folder);
  }
}
