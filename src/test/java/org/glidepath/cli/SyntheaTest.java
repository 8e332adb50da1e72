package org.glidepath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.glidepath.cdshooks.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole records as exporters write them: up to 623 resources, orders without a dosage, decades of
 * history. What each holds was read from the record itself, not from the answers.
 */
class SyntheaTest {

  private static final Path RECORDS = Path.of("src/test/resources/synthea");
  private static final String AT = "2026-11-25T12:00:00Z";
  private static final Map<String, String> DRAFTS =
      Map.of(
          "oxycodone",
          draft("1049621", "oxycodone hydrochloride 10 MG Oral Tablet", 10),
          "diazepam",
          draft("197591", "diazepam 5 MG Oral Tablet", 5),
          "flumazenil",
          draft("204508", "flumazenil 0.1 MG/ML Injectable Solution", 0.2));

  private static final List<String> PATIENTS =
      List.of(
          "Antione404_Rice937",
          "Bernadine674_Parisian75",
          "Hermila490_Lindgren255",
          "Jonathon205_Mohr916",
          "Leroy603_Stiedemann542");
  private static final List<String> ORDERED =
      List.of("nothing", "oxycodone", "diazepam", "flumazenil");
  private static final List<String> SHAPES = List.of("as asked for", "under one key");

  @TempDir static Path folder;
  private static final Map<String, JsonNode> ANSWERS = new HashMap<>();

  /** All requests at once: a command loads the rule book once. */
  @BeforeAll
  static void decide() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("decide", "--at", AT, "--json"));
    for (String name : PATIENTS) {
      ObjectNode record = record(name);
      for (String ordered : ORDERED) {
        for (String shape : SHAPES) {
          ObjectNode prefetch =
              shape.equals("under one key") ? wholeUnderOneKey(record) : asTemplatesAsk(record);
          Path file = folder.resolve(String.join(" ", name, ordered, shape));
          Files.writeString(file, request(prefetch, ordered).toString());
          arguments.add(file.toString());
        }
      }
    }
    for (JsonNode line : Typed.glidepath(arguments.toArray(String[]::new)).lines()) {
      ANSWERS.put(Path.of(line.path("request").asText()).getFileName().toString(), line);
    }
  }

  private static JsonNode answer(String name, String ordered, String shape) {
    return Objects.requireNonNull(ANSWERS.get(String.join(" ", name, ordered, shape)));
  }

  private static String draft(String code, String name, double mg) {
    return """
    {"resourceType": "MedicationRequest", "id": "draft", "status": "draft", "intent": "order",
     "medicationCodeableConcept": {"coding": [
       {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "%s", "display": "%s"}]},
     "subject": {"reference": "Patient/PATIENT"},
     "dosageInstruction": [{"timing": {"repeat": {"frequency": 1, "period": 1, "periodUnit": "d"}},
       "doseAndRate": [{"doseQuantity":
         {"value": %s, "unit": "mg", "system": "http://unitsofmeasure.org", "code": "mg"}}]}]}
    """
        .formatted(code, name, mg);
  }

  @ParameterizedTest(name = "{0}: {1} with {2} being ordered")
  @CsvSource({
    // diazepam since 2014, codeine, a seizure disorder
    "Antione404_Rice937,        WR-005 IX-001 DQ-002,         nothing",
    "Antione404_Rice937,        IX-001 DQ-002,                oxycodone",
    "Antione404_Rice937,        IX-001 DQ-002,                diazepam",
    "Antione404_Rice937,        FL-001 FL-007,                flumazenil",
    // clonazepam and diazepam since 1999, epilepsy, dependent drug use
    "Bernadine674_Parisian75,   WR-005 SP-009 DQ-002,         nothing",
    "Bernadine674_Parisian75,   IX-001 DQ-002,                oxycodone",
    "Bernadine674_Parisian75,   IX-008 DQ-002,                diazepam",
    "Bernadine674_Parisian75,   FL-001 FL-007,                flumazenil",
    // diazepam since 1998 for epilepsy, carbamazepine
    "Hermila490_Lindgren255,    WR-005 SP-011 DQ-002,         nothing",
    "Hermila490_Lindgren255,    IX-001 DQ-002,                oxycodone",
    "Hermila490_Lindgren255,    DQ-002,                       diazepam",
    "Hermila490_Lindgren255,    FL-001 FL-007,                flumazenil",
    // clonazepam since 1950, a seizure disorder, aged 77
    "Jonathon205_Mohr916,       WR-005 SP-011 DQ-002,         nothing",
    "Jonathon205_Mohr916,       IX-001 DQ-002,                oxycodone",
    "Jonathon205_Mohr916,       IX-008 DQ-002,                diazepam",
    "Jonathon205_Mohr916,       FL-001 FL-007,                flumazenil",
    // diazepam and codeine beside buprenorphine for opioid use disorder, epilepsy
    "Leroy603_Stiedemann542,    WR-005 IX-001 SP-009 DQ-002,  nothing",
    "Leroy603_Stiedemann542,    IX-001 DQ-002,                oxycodone",
    "Leroy603_Stiedemann542,    IX-001 DQ-002,                diazepam",
    "Leroy603_Stiedemann542,    FL-001 FL-007 IX-001,         flumazenil",
  })
  void the_right_rules_fire_and_no_dose_is_invented(String name, String rules, String ordered) {
    for (String shape : SHAPES) {
      JsonNode answer = answer(name, ordered, shape);
      assertThat(answer.path("status").asInt()).isEqualTo(200);
      assertThat(answer.path("advice").findValuesAsText("rule")).contains(rules.split(" "));
      assertThat(answer.path("exposures"))
          .isNotEmpty()
          .allSatisfy(exposure -> assertThat(exposure.has("dailyMg")).isFalse())
          .allSatisfy(
              exposure -> assertThat(exposure.path("unknown").toString()).contains("dose: "));
    }
  }

  @Test
  void one_more_order_for_the_drug_in_use_is_no_duplicate() {
    for (String name : List.of("Antione404_Rice937", "Hermila490_Lindgren255")) {
      JsonNode answer = answer(name, "diazepam", "as asked for");
      assertThat(answer.path("advice").findValuesAsText("rule")).doesNotContain("IX-008");
    }
  }

  @Test
  void the_drug_that_is_being_ordered_comes_before_the_one_taken_for_long() {
    JsonNode answer = answer("Leroy603_Stiedemann542", "oxycodone", "as asked for");
    assertThat(answer.at("/response/cards/0/summary").asText())
        .startsWith("oxycodone with diazepam");
    assertThat(answer.at("/response/cards/0/detail").asText())
        .contains("**Also:** codeine with diazepam");
  }

  private static ObjectNode record(String name) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(RECORDS.resolve(name + ".json.gz")))) {
      return (ObjectNode) Json.read(in.readAllBytes());
    }
  }

  private static List<JsonNode> resources(ObjectNode record, String... types) {
    return record
        .path("entry")
        .valueStream()
        .map(entry -> entry.path("resource"))
        .filter(resource -> List.of(types).contains(resource.path("resourceType").asText()))
        .toList();
  }

  private static ObjectNode asTemplatesAsk(ObjectNode record) {
    ObjectNode prefetch = JsonNodeFactory.instance.objectNode();
    prefetch.set("patient", resources(record, "Patient").get(0));
    prefetch.set(
        "medicationRequests", searchset(resources(record, "MedicationRequest", "Medication")));
    prefetch.set("medicationStatements", searchset(List.of()));
    prefetch.set("conditions", searchset(resources(record, "Condition")));
    prefetch.set("observations", searchset(resources(record, "Observation")));
    return prefetch;
  }

  private static ObjectNode wholeUnderOneKey(ObjectNode record) {
    ObjectNode prefetch = JsonNodeFactory.instance.objectNode();
    prefetch.set("patient", resources(record, "Patient").get(0));
    prefetch.set("everything", record);
    return prefetch;
  }

  private static ObjectNode searchset(List<JsonNode> resources) {
    ObjectNode bundle = JsonNodeFactory.instance.objectNode();
    bundle.put("resourceType", "Bundle").put("type", "searchset");
    ArrayNode entries = bundle.putArray("entry");
    resources.forEach(resource -> entries.addObject().set("resource", resource));
    return bundle;
  }

  private static ObjectNode request(ObjectNode prefetch, String ordered) throws IOException {
    String patient = prefetch.at("/patient/id").asText();
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("hook", ordered.equals("nothing") ? "patient-view" : "order-sign");
    request.put("hookInstance", "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
    ObjectNode context = request.putObject("context");
    context.put("userId", "Practitioner/example").put("patientId", patient);
    if (!ordered.equals("nothing")) {
      String draft = DRAFTS.getOrDefault(ordered, "").replace("PATIENT", patient);
      JsonNode order = Json.read(draft.getBytes(StandardCharsets.UTF_8));
      context.set("draftOrders", searchset(List.of(order)));
    }
    request.set("prefetch", prefetch);
    return request;
  }
}
