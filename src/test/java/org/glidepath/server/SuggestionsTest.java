package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.glidepath.rulebook.SampleBook;
import org.glidepath.server.RunningService.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of suggestion, from a small rule book that makes them all. */
class SuggestionsTest {

  private static final String UPDATE =
      """
      suggestions:
        - label: "Halve the {{draftOrder.name}} order"
          actions:
            - type: update
              target: draftOrder
              description: Halve the order
              set:
                status: on-hold
                statusReason: { text: "" }
                note: [{ text: "{{draftOrder.name}}" }]
      """;

  /** The sample book infers no risk; here flumazenil is advised against whoever takes anything. */
  private static SampleBook book(Path folder) {
    return SampleBook.in(folder)
        .replacing(
            "rules/flumazenil/flumazenil.drl", "RiskClass( dependent )", "Exposure( current )");
  }

  private static HookCall call() {
    return HookCall.flumazenil()
        .with(
            "/context/draftOrders/entry/0/resource/medicationCodeableConcept",
            "{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'4457'}]}");
  }

  @Test
  void deleting_and_creating_and_updating_have_the_shape_of_cds_hooks(@TempDir Path folder) {
    SampleBook book =
        book(folder)
            .replacing("rules/flumazenil/FL-001.en.yaml", "suggestions:\n", UPDATE)
            .replacing("rules/flumazenil/FL-001.en.yaml", "quantity: 2", "note: [{ text: '' }]");
    try (RunningService service = RunningService.of(book.load())) {
      HookCall call =
          call().with("/context/draftOrders/entry/0/resource/reasonCode", "[{'text':null},{}]");
      Response response = service.post("/cds-services/sign", call.text());
      Shape.assertResponse(response.body());
      JsonNode suggestions = response.cards().path(0).path("suggestions");
      assertThat(suggestions).hasSize(3);
      assertUpdate(suggestions.path(0).path("actions").path(0), call);
      assertThat(suggestions.path(1).at("/actions/0/resourceId").asText())
          .isEqualTo("MedicationRequest/flumazenil-order");
      JsonNode created = suggestions.path(2).at("/actions/0/resource");
      assertThat(created.at("/subject/reference").asText()).isEqualTo("Patient/example");
      assertThat(created.has("note")).isFalse();
    }
  }

  private static void assertUpdate(JsonNode action, HookCall call) {
    JsonNode whole = action.path("resource");
    JsonNode order = call.at("/context/draftOrders/entry/0/resource");
    assertThat(whole.path("status").asText()).isEqualTo("on-hold");
    assertThat(whole.at("/note/0/text").asText()).isEqualTo("flumazenil");
    assertThat(whole.path("dosageInstruction")).isEqualTo(order.path("dosageInstruction"));
    assertThat(whole.has("statusReason")).isFalse();
    assertThat(whole.has("reasonCode")).isFalse();
  }

  @Test
  void an_order_without_an_id_gets_no_suggestion_that_needs_one(@TempDir Path folder) {
    try (RunningService service = RunningService.of(book(folder).load())) {
      HookCall call = call().without("/context/draftOrders/entry/0/resource/id");
      Response response = service.post("/cds-services/sign", call.text());
      Shape.assertResponse(response.body());
      assertThat(response.rules()).containsExactly("FL-001");
      assertThat(response.text()).doesNotContain("delete");
    }
  }
}
