package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a clinician did with one card. What the clinician wrote in free text is not read: it may be
 * about the patient.
 *
 * @param card uuid of the card, as the client calls it
 * @param outcome {@code accepted} or {@code overridden}
 * @param overrideReason code of the reason for not following it; empty where none was given
 */
public record Feedback(String card, String outcome, Optional<String> overrideReason) {

  private static final Set<String> OUTCOMES = Set.of("accepted", "overridden");

  /**
   * Reads the body of a feedback call.
   *
   * @throws RefusedRequest with status 400 and the JSON path of what is wrong
   */
  public static List<Feedback> read(byte[] body) {
    JsonNode list = Json.parse(body).path("feedback");
    if (!list.isArray()) {
      throw new RefusedRequest(
          400, "required", "$.feedback", "feedback is missing; expected an array");
    }
    List<Feedback> feedback = new ArrayList<>();
    for (JsonNode item : list) {
      feedback.add(item(item, "$.feedback[" + feedback.size() + "]"));
    }
    return feedback;
  }

  private static Feedback item(JsonNode item, String path) {
    String card = item.path("card").asText("");
    if (card.isBlank()) {
      throw new RefusedRequest(
          400, "required", path + ".card", "card is missing; expected the uuid of a card");
    }
    String outcome = item.path("outcome").asText("");
    if (!OUTCOMES.contains(outcome)) {
      throw new RefusedRequest(
          400, "value", path + ".outcome", "outcome is neither accepted nor overridden");
    }
    return new Feedback(card, outcome, overrideReason(item));
  }

  /** CDS Hooks has one {@code overrideReason}; Epic sends a list, {@code overrideReasons}. */
  private static Optional<String> overrideReason(JsonNode item) {
    JsonNode reason = item.path("overrideReason");
    JsonNode chosen = reason.isObject() ? reason : item.path("overrideReasons").path(0);
    String code = chosen.path("reason").path("code").asText("");
    return Optional.of(code.isBlank() ? chosen.path("code").asText("") : code)
        .filter(found -> !found.isBlank());
  }
}
