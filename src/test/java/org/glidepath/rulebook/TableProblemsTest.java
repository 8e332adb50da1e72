package org.glidepath.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.glidepath.rulebook.drl.DrlFiles;
import org.glidepath.rulebook.drl.DrlRule;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFiles;
import org.glidepath.rulebook.table.ServiceReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about everything that is neither a rule nor a card, word for word. */
class TableProblemsTest {

  private static final String SERVICES = "rules/services.yaml";
  private static final String EVIDENCE = "rules/evidence.yaml";
  private static final String DRUGS = "rules/drugs/benzodiazepines.csv";
  private static final String PRODUCTS = "rules/drugs/products.csv";
  private static final String VALUE_SET = "fhir-profiles/valuesets/flumazenil.json";
  private static final String CONDITIONS = "Condition?patient={{context.patientId}}";

  @TempDir private Path folder;

  static Stream<Arguments> services() {
    return Stream.of(
        Arguments.of(
            "hook: order-sign",
            "hook: order-sing",
            "3:11: unknown hook \"order-sing\". Hooks: encounter-discharge, encounter-start,"
                + " medication-refill, order-select, order-sign, patient-view."
                + " Maybe \"order-sign\"?"),
        Arguments.of("id: view", "id: sign", "14:9: service \"sign\" exists already"),
        Arguments.of(
            "folders: [taper]",
            "folders: [tapering]",
            "18:15: unknown rule folder \"tapering\"; it is one of flumazenil, taper, or all. Maybe \"taper\"?"),
        Arguments.of(
            "TP-001]",
            "TP-002]",
            "7:25: unknown card id or folder \"TP-002\"; it is one of FL-001, TP-001, flumazenil,"
                + " taper, or all. Maybe \"TP-001\"?"),
        Arguments.of(
            "maximumCards: 2",
            "maximumCards: none",
            "8:19: \"maximumCards\" is a whole number of at least 1, not \"none\""),
        Arguments.of(
            "    required: [patient]\n    prefetch:\n      patient: Patient/{{context.patientId}}\n      conditions",
            "    required: [patient, observations]\n    prefetch:\n      patient: Patient/{{context.patientId}}\n      conditions",
            "9:25: \"observations\" is required but not among the prefetch keys of this service."),
        Arguments.of(
            "conditions: C",
            "condition: C",
            "12:7: unknown prefetch key \"condition\". Keys: allergies, conditions, encounter,"
                + " medicationAdministrations, medicationDispenses, medicationRequests,"
                + " medicationStatements, observations, patient, procedures, serviceRequests."
                + " Maybe \"conditions\"?"),
        Arguments.of(
            CONDITIONS,
            "Condition?patient={{context.patient}}",
            "12:19: unknown token {{context.patient}}; CDS Hooks 2.0 knows: context.encounterId,"
                + " context.patientId, context.userId, userPatientId, userPractitionerId,"
                + " userPractitionerRoleId, userRelatedPersonId. Maybe \"context.patientId\"?"),
        Arguments.of(
            CONDITIONS,
            "Condition?patient={{context.draftOrders}}",
            "12:19: unknown token {{context.draftOrders}}; CDS Hooks 2.0 knows: context.encounterId,"
                + " context.patientId, context.userId, userPatientId, userPractitionerId,"
                + " userPractitionerRoleId, userRelatedPersonId."),
        Arguments.of(
            CONDITIONS,
            "Condition?asserter={{context.userId}}",
            "12:19: {{context.userId}} stands for Type/id and can only be read as a whole; use"
                + " {{userPractitionerId}}"),
        Arguments.of(
            CONDITIONS,
            "Condition?patient={context.patientId}",
            "12:19: a token is written {{context.patientId}}"),
        Arguments.of(
            CONDITIONS,
            "Observation?patient={{context.patientId}}",
            "12:19: conditions asks for Condition, not Observation"),
        Arguments.of(
            CONDITIONS,
            "Condition?patient.name:exact=x&_include=y&code",
            "12:19: parameter \"_include\" is not safe for every client; use plain parameters, :in,"
                + " _count, _sort, _id\n"
                + "12:19: parameter \"code\" has no value\n"
                + "12:19: parameter \"patient.name:exact\" is not safe for every client; use plain"
                + " parameters, :in, _count, _sort, _id"),
        Arguments.of(CONDITIONS, "Condition?code:in=http://x&_sort=-date&_count=50", ""),
        Arguments.of(
            CONDITIONS,
            "give me all",
            "12:19: a template is Type/id or Type?parameter=value, as in"
                + " Condition?patient={{context.patientId}}"),
        Arguments.of(
            "services:",
            "enable: [TP-001, TP-005]\nservices:",
            "1:10: TP-001 is not in reserve, it takes part already. Reserve rules: none\n"
                + "1:18: no reserve rule \"TP-005\". Reserve rules: none."),
        Arguments.of(
            "title: Signing",
            "titel: Signing",
            "2:5: a service needs \"title\"\n"
                + "4:5: a service has no member \"titel\". Members: cards, description, folders, hook,"
                + " id, maximumCards, orderCards, prefetch, required, title. Maybe \"title\"?"));
  }

  @ParameterizedTest(name = "[{index}] {1}")
  @MethodSource("services")
  void services_yaml(String text, String by, String messages) {
    SampleBook book = SampleBook.in(folder).replacing(SERVICES, text, by);
    Problems problems = new Problems();
    SourceFiles files = SourceFiles.read(book.rules(), book.profiles(), problems);
    List<Rule> rules =
        DrlFiles.read(files.rules(name -> name.endsWith(".drl")), problems).stream()
            .map(DrlRule::rule)
            .toList();

    ServiceReader.read(files.rule("services.yaml").orElseThrow(), rules, List.of(), problems);

    assertThat(texts(problems, SERVICES)).containsExactlyElementsOf(messages.lines().toList());
  }

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of(
            EVIDENCE, "grade: C", "grade: E", "6:10: unknown grade \"E\"; it is A, B, C, D or S"),
        Arguments.of(EVIDENCE, "  label: A book\n", "", "2:3: source Book needs \"label\""),
        Arguments.of(
            EVIDENCE, "https://example.org", "example.org", "5:8: a url begins with https://"),
        Arguments.of(
            EVIDENCE,
            "year: 2020",
            "year: soon",
            "4:9: \"year\" is a whole number of at least 1900, not \"soon\""),
        Arguments.of(EVIDENCE, "Label:", "Book:", "7:1: \"Book\" is given twice; keep one"),
        Arguments.of(
            "rules/conventions.yaml",
            "31",
            "-1",
            "2:10: \"value\" is a whole number of at least 1, not \"-1\""),
        Arguments.of(
            "rules/override-reasons.yaml",
            "action-completed",
            "patient-refuses",
            "4:5: code \"patient-refuses\" is given twice; keep one"),
        Arguments.of(
            DRUGS,
            "no,short,no,yes,0.5,1,",
            "no,short,no,yes,0.6,1,",
            "2:43: \"0.6\", but the smallest equivalent in this row is 0.5"),
        Arguments.of(
            DRUGS,
            "no,short,no,yes,0.5,1,",
            "no,short,no,yes,0.5,2,",
            "2:47: \"2\", but the largest equivalent in this row is 1"),
        Arguments.of(
            DRUGS,
            "no,short,no,yes,0.5,1,",
            "no,short,no,yes,2,1,",
            "2:43: \"2\", but the smallest equivalent in this row is 0.5\n2:43: the low end 2 is above the high end 1"),
        Arguments.of(
            DRUGS,
            "no,short,no,yes,0.5,1,",
            "no,short,no,yes,zero,1,",
            "2:43: \"zero\" is no number above zero"),
        Arguments.of(
            DRUGS,
            "alprazolam,benzodiazepine,no,short",
            "alprazolam,benzodiazepine,no,brief",
            "2:30: unknown duration class \"brief\"; it is short, intermediate, long or unknown"),
        Arguments.of(
            DRUGS,
            "alprazolam,benzodiazepine,no",
            "alprazolam,benzodiazepin,no",
            "2:12: unknown class \"benzodiazepin\"; it is benzodiazepine or z-drug"),
        Arguments.of(
            DRUGS,
            "alprazolam,benzodiazepine,no",
            "alprazolam,benzodiazepine,perhaps",
            "2:27: \"perhaps\" is neither yes, no, unknown nor blank"),
        Arguments.of(
            DRUGS,
            "Valium",
            "Xanax xr",
            "3:52: \"Xanax xr\" stands for alprazolam already; keep one"),
        Arguments.of(
            DRUGS,
            "N05BA01",
            "N05BA12",
            "3:59: \"N05BA12\" stands for alprazolam already; keep one"),
        Arguments.of(
            DRUGS,
            "etizolam,benzodiazepine,yes,,no",
            "etizolam,benzodiazepine,yes,no",
            "5:1: 14 cells, but the header has 15 columns; a cell with nothing in it keeps its comma"),
        Arguments.of(
            DRUGS,
            "eq10_min,",
            "eq10_mni,",
            "1:1: column \"eq10_min\" is missing. Maybe \"eq10_mni\"?"),
        Arguments.of(
            PRODUCTS, "309844", "308047", "3:45: code \"308047\" is listed twice; keep one"),
        Arguments.of(
            PRODUCTS,
            "0.25,mg",
            "250,ug",
            "2:67: strengths are in mg, not \"ug\"; convert the value"),
        Arguments.of(
            PRODUCTS,
            "0.25,mg,1,",
            "0.25,mg,,",
            "2:63: a strength needs strength_value, per_value and per_unit, or none of them"),
        Arguments.of(PRODUCTS, "0.25,mg", "0,mg", "2:63: \"0\" is no number above zero"),
        Arguments.of(
            VALUE_SET,
            "\"id\": \"flumazenil\"",
            "\"id\": \"fluma\"",
            "3:9: id is \"fluma\", expected \"flumazenil\", the name of the file"),
        Arguments.of(
            VALUE_SET,
            "{ \"code\": \"4457\", \"display\": \"flumazenil\" }",
            "{ \"code\": \"1\" }, { \"code\": \"1\" }",
            "11:28: code \"1\" is listed twice; keep one"),
        Arguments.of(VALUE_SET, "\"code\": \"4457\", ", "", "11:11: a concept needs \"code\""),
        Arguments.of(
            VALUE_SET,
            "\"title\": \"Flumazenil\",",
            "\"title\": \"Flumazenil\"",
            "5:3: this is not JSON: a quote is not expected here: a comma, or a quote, is missing before it"));
  }

  @ParameterizedTest(name = "[{index}] {2}")
  @MethodSource("tables")
  void a_table(String file, String text, String by, String messages) {
    SampleBook book = SampleBook.in(folder).replacing(file, text, by);
    Problems problems = new Problems();

    Tables.read(SourceFiles.read(book.rules(), book.profiles(), problems), problems);

    assertThat(texts(problems, file)).containsExactlyElementsOf(messages.lines().toList());
  }

  private List<String> texts(Problems problems, String file) {
    return problems.sorted().stream()
        .filter(problem -> problem.file().equals(folder.resolve(file).toString()))
        .map(problem -> problem.line() + ":" + problem.column() + ": " + problem.message())
        .toList();
  }
}
