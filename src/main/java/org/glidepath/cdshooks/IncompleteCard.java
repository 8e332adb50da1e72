package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Says that the rules were stopped before they came to rest. Without it, a clinician would take the
 * cards that are missing for good news.
 */
final class IncompleteCard {

  private IncompleteCard() {}

  static JsonNode of(HookRequest request, Instant at) {
    ObjectNode card = JsonNodeFactory.instance.objectNode();
    String seed = String.join("|", request.hookInstance(), at.toString(), "incomplete");
    card.put("uuid", UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString());
    card.put("summary", "Glidepath could not finish its check: no card does not mean no risk");
    card.put(
        "detail",
        "- **Why now:** a rule failed or took too long, and the check was stopped. What other cards say"
            + " stands; what they do not say was not checked.\n"
            + "- **Recommended:** decide without Glidepath, and tell those who run it.");
    card.put("indicator", "warning");
    card.putObject("source").put("label", "Glidepath");
    return card;
  }
}
