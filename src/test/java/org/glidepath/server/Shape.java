package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What CDS Hooks 2.0.1 says of the shape of a response. */
final class Shape {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern HTML = Pattern.compile("<\\s*/?\\s*[A-Za-z!]");
  private static final Pattern TABLE = Pattern.compile("(?<!\\\\)\\|");

  private Shape() {}

  /** A response of a service with cards, or without. */
  static void assertResponse(JsonNode response) {
    List<String> uuids = new ArrayList<>();
    assertThat(response.path("cards").isArray()).isTrue();
    response.path("cards").forEach(card -> assertCard(card, uuids));
    assertThat(uuids).doesNotHaveDuplicates().allMatch(uuid -> UUID.matcher(uuid).matches());
    assertThat(response.has("systemActions")).isFalse();
    response.path("cards").forEach(Shape::assertNothingEmpty);
  }

  private static void assertCard(JsonNode card, List<String> uuids) {
    uuids.add(card.path("uuid").asText());
    assertThat(card.path("summary").asText())
        .isNotBlank()
        .hasSizeLessThan(140)
        .doesNotContain("\n");
    assertThat(card.path("indicator").asText()).isIn("info", "warning", "critical");
    assertThat(card.at("/source/label").asText()).isEqualTo("Glidepath");
    assertThat(card.at("/source/topic/system").asText())
        .isEqualTo("https://glidepath.org/CodeSystem/rule");
    assertThat(card.at("/source/topic/code").asText()).matches("[A-Z]{2}-\\d{3}");
    assertThat(card.at("/source/topic/display").asText()).isNotBlank();
    assertDetail(card.path("detail").asText());
    for (JsonNode reason : card.path("overrideReasons")) {
      assertThat(reason.path("code").asText()).isNotBlank();
      assertThat(reason.path("system").asText()).startsWith("http");
      assertThat(reason.path("display").asText()).isNotBlank();
    }
    assertThat(card.has("selectionBehavior")).isEqualTo(card.has("suggestions"));
    card.path("suggestions").forEach(suggestion -> assertSuggestion(suggestion, uuids));
  }

  private static void assertDetail(String detail) {
    assertThat(detail.lines()).isNotEmpty().allMatch(line -> line.startsWith("- "));
    assertThat(HTML.matcher(detail).find()).as("HTML in: %s", detail).isFalse();
    assertThat(TABLE.matcher(detail).find()).as("a table in: %s", detail).isFalse();
  }

  private static void assertSuggestion(JsonNode suggestion, List<String> uuids) {
    uuids.add(suggestion.path("uuid").asText());
    assertThat(suggestion.path("label").asText()).isNotBlank();
    for (JsonNode action : suggestion.path("actions")) {
      assertThat(action.path("description").asText()).isNotBlank();
      switch (action.path("type").asText()) {
        case "create", "update" -> {
          assertThat(action.at("/resource/resourceType").asText()).isNotBlank();
          assertThat(action.at("/resource/id").asText()).isNotBlank();
        }
        case "delete" -> {
          assertThat(action.path("resourceId").asText()).matches("[A-Za-z]+/[^/]+");
          assertThat(action.has("resource")).isFalse();
        }
        default -> throw new AssertionError("unknown action " + action);
      }
    }
  }

  /** No null, no empty text, list or object anywhere in it. */
  static void assertNothingEmpty(JsonNode node) {
    assertThat(node.isNull()).isFalse();
    if (node.isTextual()) {
      assertThat(node.textValue()).isNotBlank();
    }
    if (node.isContainerNode()) {
      assertThat(node.isEmpty()).as("an empty member").isFalse();
      node.forEach(Shape::assertNothingEmpty);
    }
  }
}
