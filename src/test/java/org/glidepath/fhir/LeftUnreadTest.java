package org.glidepath.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no rule can use is told by its type and code, and nothing else of it is read. */
class LeftUnreadTest {

  private static final String DATED = "'effectiveDateTime':'2026-02-01'";
  private static final String DOSED = "[{'text':'1 mg daily'}]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MedicationRequest | 'medicationCodeableConcept':{'text':'lisinopril'} | 'dosageInstruction':"
            + DOSED
            + " | dosageInstruction",
        "MedicationStatement | 'medicationCodeableConcept':{'text':'lisinopril'} | 'dosage':"
            + DOSED
            + " | dosage",
        "MedicationDispense | 'medicationCodeableConcept':{'text':'lisinopril'} | 'dosageInstruction':"
            + DOSED
            + " | dosageInstruction",
        "MedicationAdministration | 'medicationCodeableConcept':{'text':'lisinopril'} | "
            + DATED
            + " | effectiveDateTime",
        "Condition | 'code':{'text':'Eczema'} | 'onsetDateTime':'2026-02-01' | onsetDateTime",
        "Observation | 'status':'final','code':{'text':'Shoe size'} | 'valueInteger':42 | valueInteger",
        "Procedure | 'status':'completed','code':{'text':'Haircut'} | 'performedDateTime':'2026-02-01' | performedDateTime",
        "ServiceRequest | 'status':'active','intent':'order','code':{'text':'Haircut'} | 'authoredOn':'2026-02-01' | authoredOn",
        "Claim | 'created':'2026-02-01' | 'item':[{}] | item"
      })
  void nothing_is_read_of_what_no_rule_knows(
      String type, String code, String details, String unread) {
    Watched resource = watched(type, code, details);
    Chart chart = Charts.read(List.of(resource), List.of());
    assertThat(chart.facts()).isEmpty();
    assertThat(chart.recorded()).isEmpty();
    assertThat(resource.read).contains("resourceType").doesNotContain(unread, Watched.EVERYTHING);
  }

  @Test
  void the_dosage_of_a_known_drug_is_read() {
    Watched order =
        watched(
            "MedicationRequest",
            "'medicationCodeableConcept':{'text':'diazepam'}",
            "'dosageInstruction':" + DOSED);
    Charts.read(List.of(order), List.of());
    assertThat(order.read).contains("dosageInstruction");
  }

  private static Watched watched(String type, String code, String details) {
    return new Watched(
        Knowledge.json("{'resourceType':'%s','id':'1',%s,%s}".formatted(type, code, details)));
  }

  /** A resource that notes which of its elements somebody looks at. */
  @SuppressWarnings({"serial", "unchecked"}) // never serialized; Jackson overrides so itself
  private static final class Watched extends ObjectNode {

    private static final String EVERYTHING = "everything";

    private final Set<String> read = new HashSet<>();

    private Watched(JsonNode resource) {
      super(JsonNodeFactory.instance);
      setAll((ObjectNode) resource);
      read.clear();
    }

    @Override
    public JsonNode get(String element) {
      read.add(element);
      return super.get(element);
    }

    @Override
    public JsonNode path(String element) {
      read.add(element);
      return super.path(element);
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> properties() {
      read.add(EVERYTHING);
      return super.properties();
    }

    @Override
    public String toString() {
      read.add(EVERYTHING);
      return super.toString();
    }
  }
}
