package org.glidepath.rulebook.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.Exposure;
import org.glidepath.facts.RiskClass;
import org.glidepath.rulebook.CardText.OverrideReason;
import org.glidepath.rulebook.SampleBook;
import org.glidepath.rulebook.drl.DrlFiles;
import org.glidepath.rulebook.drl.Vocabulary;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the check of card texts says, word for word. */
class CardCheckTest {

  private static final String FLUMAZENIL = "rules/flumazenil/FL-001.en.yaml";
  private static final String TAPER = "rules/taper/TP-001.en.yaml";
  private static final String PHRASE = "rules/phrases/use.en.mustache";

  /** What a card may refer to when its rule names an order and a risk class. */
  private static final String VARIABLES =
      "Variables: draftOrder, exposure, patient, riskClass, today; where known: "
          + Hints.list(companions())
          + ".";

  @TempDir private Path folder;
  private SampleBook book;

  @BeforeEach
  void sample() {
    book = SampleBook.in(folder);
  }

  /** What may be known of an order, an exposure or a risk class, and of the patient. */
  private static List<String> companions() {
    return Stream.concat(
            Stream.of("PatientAge", "TotalEquivalent"),
            Vocabulary.types().stream()
                .filter(type -> !type.equals(RiskClass.class))
                .filter(
                    type ->
                        Stream.of(type.getMethods())
                            .filter(method -> method.getName().equals("of"))
                            .map(Method::getReturnType)
                            .anyMatch(
                                Set.of(DraftOrder.class, Exposure.class, RiskClass.class)
                                    ::contains))
                .map(Class::getSimpleName))
        .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
        .sorted()
        .toList();
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        Arguments.of(FLUMAZENIL, "{{draftOrder.name}} is", "{{draftOrder.name}} is", ""),
        Arguments.of(
            FLUMAZENIL,
            "{{draftOrder.name}} is",
            "{{draftOrdr.name}} is",
            FLUMAZENIL
                + ":4:19: error: unknown variable \"draftOrdr\". "
                + VARIABLES
                + " Maybe \"draftOrder\"?"),
        Arguments.of(
            FLUMAZENIL,
            "{{draftOrder.name}} is",
            "{{draftOrder.nam}} is",
            FLUMAZENIL
                + ":4:19: error: DraftOrder has no field \"nam\". Fields: name, means, drug,"
                + " action, selected, reasons, routes, sources, benzodiazepine, stops. Maybe \"name\"?"),
        Arguments.of(
            FLUMAZENIL,
            "{{draftOrder.name}} is",
            "{{dailyDose.mg}} mg is",
            FLUMAZENIL
                + ":4:19: error: \"dailyDose\" may be missing; write {{#dailyDose}} ..."
                + " {{/dailyDose}} around what speaks of it"),
        Arguments.of(
            FLUMAZENIL, "{{draftOrder.name}} is", "{{#dailyDose}}{{mg}}{{/dailyDose}} is", ""),
        Arguments.of(
            FLUMAZENIL,
            "{{draftOrder.name}} is",
            "{{#dailyDose}}{{dailyDose.mg.high}}{{/dailyDose}}",
            ""),
        Arguments.of(
            FLUMAZENIL,
            "{{draftOrder.name}} is",
            "{{#dailyDose}}{{mgg}}{{/dailyDose}} is",
            FLUMAZENIL + ":4:33: error: unknown variable \"mgg\". " + VARIABLES + " Maybe \"mg\"?"),
        Arguments.of(
            FLUMAZENIL,
            "{{draftOrder.name}} is",
            "{{#dailyDose}}x is",
            FLUMAZENIL
                + ":4:19: error: the section {{#dailyDose}} does not end; close it with"
                + " {{/dailyDose}}"),
        Arguments.of(
            FLUMAZENIL,
            "{{draftOrder.name}} is",
            "{{/dailyDose}}x is",
            FLUMAZENIL + ":4:19: error: {{/dailyDose}} closes a section that is not open"),
        Arguments.of(
            FLUMAZENIL,
            "{{draftOrder.name}} is",
            "{{#dailyDose}}x{{/exposure}} is",
            FLUMAZENIL
                + ":4:34: error: {{/exposure}} is closed here, but the open section is"
                + " {{#dailyDose}}"),
        Arguments.of(
            FLUMAZENIL,
            "{{draftOrder.name}} is",
            "{{draftOrder.name} is",
            FLUMAZENIL + ":4:19: error: the tag {{draftOrder.name ends with one }, not with two"),
        Arguments.of(
            FLUMAZENIL,
            "{{draftOrder.name}} is",
            "{{&draftOrder.name}} is",
            FLUMAZENIL + ":4:19: error: {{&draftOrder.name}} is not allowed; write {{name}}"),
        Arguments.of(
            FLUMAZENIL,
            "{{draftOrder.name}} is",
            "{{draftOrder.class.name}} is",
            FLUMAZENIL
                + ":4:19: error: DraftOrder has no field \"class\". Fields: name, means, drug,"
                + " action, selected, reasons, routes, sources, benzodiazepine, stops."),
        Arguments.of(
            FLUMAZENIL,
            "and {{> use}} is",
            "and {{> uze}} is",
            FLUMAZENIL
                + ":4:55: error: unknown phrase \"uze\"; phrases are the files"
                + " rules/phrases/<name>.en.mustache. Maybe \"use\"?"),
        Arguments.of(
            PHRASE,
            "exposure.drug",
            "exposure.drog",
            PHRASE
                + ":1:1: error: Exposure has no field \"drog\". Fields: drug, current, from, to,"
                + " daysSinceLastUse, supplyDaysLeft, asNeeded, unregulated, stopReason, reasons, routes, sources, lastUsed."
                + " Maybe \"drug\"?"),
        Arguments.of(
            FLUMAZENIL,
            "title: Flumazenil in physical dependence\n",
            "",
            FLUMAZENIL + ":1:1: error: a card needs \"title\""),
        Arguments.of(
            FLUMAZENIL,
            "summary:",
            "sumary:",
            FLUMAZENIL
                + ":1:1: error: a card needs \"summary\"\n"
                + FLUMAZENIL
                + ":2:1: error: a card has no member \"sumary\". Members: checks, detail,"
                + " overrideReasons, partOf, selectionBehavior, suggestions, summary, title."
                + " Maybe \"summary\"?"),
        Arguments.of(FLUMAZENIL, "summary:", "partOf: TP-001\nsummary:", ""),
        Arguments.of(
            FLUMAZENIL,
            "summary:",
            "partOf: TP-002\nsummary:",
            FLUMAZENIL + ":2:9: error: no card \"TP-002\" to be part of. Maybe \"TP-001\"?"),
        Arguments.of(
            FLUMAZENIL,
            "summary:",
            "partOf: FL-001\nsummary:",
            FLUMAZENIL + ":2:9: error: FL-001 has no card of its own to be part of"),
        Arguments.of(
            FLUMAZENIL,
            "precipitate withdrawal",
            "precipitate withdrawal".repeat(6),
            FLUMAZENIL
                + ":2:10: error: the summary has 165 characters before anything is filled in;"
                + " fewer than 140 are shown"),
        Arguments.of(
            FLUMAZENIL,
            "  - \"**Recommended:** do not give it.\"\n",
            "  - a\n  - b\n  - c\n  - d\n  - e\n",
            FLUMAZENIL + ":9:5: error: 6 bullets; at most 5 are read"),
        Arguments.of(
            FLUMAZENIL,
            "do not give it.\"",
            "do <b>not</b> give it.\"",
            FLUMAZENIL + ":5:5: error: HTML is not allowed; write Markdown"),
        Arguments.of(
            FLUMAZENIL,
            "do not give it.\"",
            "do | not | give it.\"",
            FLUMAZENIL + ":5:5: error: a table is not allowed, nor the sign |; write a sentence"),
        Arguments.of(
            FLUMAZENIL,
            "checks: [conditions]",
            "checks: [condition]",
            FLUMAZENIL
                + ":6:10: error: unknown prefetch key \"condition\". Keys: allergies, conditions,"
                + " encounter, medicationAdministrations, medicationDispenses, medicationRequests,"
                + " medicationStatements, observations, patient, procedures, serviceRequests."
                + " Maybe \"conditions\"?"),
        Arguments.of(
            FLUMAZENIL,
            "[patient-refuses]",
            "[patient-refused]",
            FLUMAZENIL
                + ":24:19: error: unknown override reason \"patient-refused\";"
                + " override-reasons.yaml lists them. Maybe \"patient-refuses\"?"),
        Arguments.of(
            FLUMAZENIL,
            "target: draftOrder",
            "target: order",
            FLUMAZENIL
                + ":12:17: error: target names the unknown variable \"order\". "
                + VARIABLES),
        Arguments.of(
            FLUMAZENIL,
            "target: draftOrder",
            "target: patient",
            FLUMAZENIL + ":12:17: error: target \"patient\" is no fact, so it has no resource"),
        Arguments.of(
            FLUMAZENIL,
            "        target: draftOrder\n",
            "",
            FLUMAZENIL + ":11:9: error: an action needs \"target\""),
        Arguments.of(
            FLUMAZENIL,
            "type: delete",
            "type: remove",
            FLUMAZENIL
                + ":11:15: error: unknown action \"remove\"; it is create, update or delete."),
        Arguments.of(
            FLUMAZENIL,
            "type: delete",
            "type: update",
            FLUMAZENIL + ":11:9: error: an action needs \"set\""),
        Arguments.of(
            FLUMAZENIL,
            "type: create",
            "type: delete",
            FLUMAZENIL
                + ":17:9: error: an action needs \"target\"\n"
                + FLUMAZENIL
                + ":20:11: error: an action of type delete has no \"resource\""),
        Arguments.of(
            FLUMAZENIL,
            "          resourceType: ServiceRequest\n",
            "",
            FLUMAZENIL + ":20:11: error: a resource needs \"resourceType\""),
        Arguments.of(
            FLUMAZENIL,
            "\"{{patient}}\"",
            "\"{{patients}}\"",
            FLUMAZENIL
                + ":22:34: error: unknown variable \"patients\". "
                + VARIABLES
                + " Maybe \"patient\"?"),
        Arguments.of(
            FLUMAZENIL,
            "onlyWith: dailyDose",
            "onlyWith: dailydose",
            FLUMAZENIL
                + ":15:15: error: onlyWith names the unknown variable \"dailydose\". "
                + VARIABLES
                + " Maybe \"dailyDose\"?"),
        Arguments.of(
            FLUMAZENIL,
            "    recommended: true",
            "    recommended: maybe",
            FLUMAZENIL + ":9:18: error: \"recommended\" is true or false"),
        Arguments.of(
            FLUMAZENIL,
            "    onlyWith: dailyDose",
            "    recommended: true",
            FLUMAZENIL
                + ":1:1: error: 2 suggestions are recommended, but only one can be taken; keep"
                + " one, or write selectionBehavior: any"),
        Arguments.of(
            FLUMAZENIL,
            "checks: [conditions]",
            "selectionBehavior: one",
            FLUMAZENIL
                + ":6:20: error: unknown selectionBehavior \"one\"; it is any or at-most-one."),
        Arguments.of(
            TAPER,
            "title: A taper",
            "title: A taper\nselectionBehavior: any",
            TAPER + ":2:20: error: selectionBehavior without suggestions; remove it"),
        Arguments.of(
            TAPER,
            "{{#tierAboveLow}}, above the low tier{{/tierAboveLow}}",
            "{{tierAboveLow.of.drug}}",
            TAPER
                + ":2:28: error: \"tierAboveLow\" may be missing: rule \"TP-001 A taper of one drug\" (rules/taper/taper.drl:8), which has the same id, does not give it; write {{#tierAboveLow}} ..."
                + " {{/tierAboveLow}} around what speaks of it"),
        Arguments.of(
            TAPER,
            "title: A taper",
            "title: A taper\ntitle: Another",
            TAPER + ":2:1: error: \"title\" is given twice; keep one"),
        Arguments.of(
            TAPER,
            "title: A taper",
            "title: \"A taper",
            TAPER
                + ":1:8: error: this is not YAML: the text in double quotes does not end on this line"));
  }

  @ParameterizedTest(name = "[{index}] {2}")
  @MethodSource("changes")
  void a_change_of_a_card(String file, String text, String by, String message) {
    book.replacing(file, text, by);

    assertThat(problems())
        .containsExactlyElementsOf(message.isEmpty() ? List.of() : message.lines().toList());
  }

  @Test
  void advice_without_a_card_is_a_problem() {
    book.without(FLUMAZENIL);

    assertThat(problems())
        .containsExactly(
            "rules/flumazenil/flumazenil.drl:7:1: error: rule \"FL-001 Flumazenil in physical"
                + " dependence\" gives advice, but its card text flumazenil/FL-001.en.yaml is"
                + " missing");
  }

  @Test
  void a_card_without_advice_is_a_problem() {
    book.with("rules/taper/TP-002.en.yaml", "title: x\nsummary: y\n");

    assertThat(problems())
        .containsExactly(
            "rules/taper/TP-002.en.yaml:1:1: error: no rule with the id TP-002 gives advice; write it in"
                + " a file taper/<name>.drl, or remove this card text");
  }

  @Test
  void a_card_in_another_folder_than_its_rule_is_a_problem() {
    book.with("rules/taper/FL-001.en.yaml", "title: x\nsummary: y\n").without(FLUMAZENIL);

    assertThat(problems())
        .containsExactly(
            "rules/taper/FL-001.en.yaml:1:1: error: the card text of FL-001 belongs beside its"
                + " rule: flumazenil/FL-001.en.yaml");
  }

  @Test
  void a_yaml_file_that_is_no_card_is_a_problem() {
    book.with("rules/taper/TP-1.yaml", "title: x\n");

    assertThat(problems())
        .containsExactly(
            "rules/taper/TP-1.yaml:1:1: error: \"TP-1.yaml\" is no name of a card text;"
                + " expected <folder>/<rule id>.en.yaml, as in taper/TP-001.en.yaml");
  }

  private List<String> problems() {
    Problems problems = new Problems();
    SourceFiles files = SourceFiles.read(book.rules(), book.profiles(), problems);
    Map<String, OverrideReason> reasons =
        OverrideReasons.read(files.rule("override-reasons.yaml").orElseThrow(), problems);
    Cards cards = Cards.read(files, reasons, problems);
    CardCheck.check(
        cards, DrlFiles.read(files.rules(name -> name.endsWith(".drl")), problems), problems);
    return problems.sorted().stream()
        .map(problem -> problem.toString().replace(folder + "/", ""))
        .toList();
  }

  @Test
  void a_summary_that_can_get_too_long_once_it_is_filled_in_is_warned_of() {
    book.replacing(
        TAPER, ": taper\"", " at a dose of {{exposure.drug}}" + " and so on".repeat(9) + "\"");

    assertThat(book.problems()).isEmpty();
    assertThat(book.warnings())
        .contains(
            TAPER
                + ":2:10: warning: filled in, the summary can have 156 characters; fewer than 140"
                + " are shown, the rest is cut off");
  }
}
