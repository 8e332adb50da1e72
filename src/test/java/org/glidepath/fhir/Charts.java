package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads small charts for tests. JSON is written with single quotes. */
final class Charts {

  static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  private Charts() {}

  /** The chart of these resources of patient p. */
  static Chart chart(String... resources) {
    return read(resources(resources), List.of());
  }

  /** The chart of one resource on record and one being written. */
  static Chart ofDraft(String recorded, String draft) {
    return read(resources(recorded), resources(draft));
  }

  static Chart read(List<JsonNode> recorded, List<JsonNode> drafts) {
    return Knowledge.reader().read(new ChartInput("p", recorded, drafts, Set.of(), false), AT);
  }

  static List<JsonNode> resources(String... resources) {
    return Stream.of(resources).filter(text -> !text.isEmpty()).map(Knowledge::json).toList();
  }

  /** An order of diazepam 5 mg tablets, one twice daily, with these elements more. */
  static String order(String more) {
    return """
        {'resourceType':'MedicationRequest','id':'1','intent':'order',
         'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'197591'}]},
         'dosageInstruction':[{'timing':{'repeat':{'frequency':2,'period':1,'periodUnit':'d'}},
           'doseAndRate':[{'doseQuantity':{'value':1,'unit':'tablet'}}]}],%s}"""
        .formatted(more);
  }

  /** A statement of diazepam 5 mg tablets, one twice daily, with these elements more. */
  static String statement(String more) {
    return """
        {'resourceType':'MedicationStatement','id':'1',
         'medicationCodeableConcept':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'197591'}]},
         'dosage':[{'timing':{'repeat':{'frequency':2,'period':1,'periodUnit':'d'}},
           'doseAndRate':[{'doseQuantity':{'value':1,'unit':'tablet'}}]}],%s}"""
        .formatted(more);
  }

  /** An order of this medication, active, with these elements more. */
  static String medication(String medication) {
    return "{'resourceType':'MedicationRequest','id':'1','status':'active','intent':'order',%s}"
        .formatted(medication);
  }
}
