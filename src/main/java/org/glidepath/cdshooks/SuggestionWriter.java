package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.glidepath.facts.Fact;
import org.glidepath.facts.Source;
import org.glidepath.rulebook.CardTemplates;
import org.glidepath.rulebook.CardText.Action;
import org.glidepath.rulebook.CardText.Suggestion;
import org.glidepath.rulebook.ResourceTemplate;

/**
 * Writes what one click does. A suggestion of which any action cannot be carried out is left out as
 * a whole.
 */
final class SuggestionWriter {

  private final HookRequest request;
  private final Identifiers identifiers;

  SuggestionWriter(HookRequest request, Identifiers identifiers) {
    this.request = request;
    this.identifiers = identifiers;
  }

  /**
   * The suggestion; empty where it does not apply, or cannot be carried out.
   *
   * @param part which of the card's suggestions it is, the same in equal requests
   */
  Optional<ObjectNode> write(Suggestion suggestion, String part, Map<String, Object> variables) {
    ArrayNode actions = JsonNodeFactory.instance.arrayNode();
    for (Action action : suggestion.actions()) {
      action(action, variables, part + "." + actions.size()).ifPresent(actions::add);
    }
    boolean called = suggestion.onlyWith().map(variables::containsKey).orElse(true);
    if (!called || actions.size() < suggestion.actions().size()) {
      return Optional.empty();
    }
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("label", CardTemplates.plain(suggestion.label(), variables));
    entry.put("uuid", identifiers.uuid(part));
    if (suggestion.recommended()) {
      entry.put("isRecommended", true);
    }
    entry.set("actions", actions);
    return Optional.of(entry);
  }

  private Optional<ObjectNode> action(Action action, Map<String, Object> variables, String part) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("type", action.type());
    entry.put("description", CardTemplates.plain(action.description(), variables));
    switch (action.type()) {
      case "create" -> entry.set("resource", created(action, variables, part));
      case "update" -> {
        Optional<JsonNode> order = order(action, variables);
        if (order.isEmpty()) {
          return Optional.empty();
        }
        entry.set("resource", updated(order.get(), action, variables));
      }
      default -> {
        Optional<JsonNode> order = order(action, variables);
        if (order.isEmpty()) {
          return Optional.empty();
        }
        entry.put("resourceId", reference(order.get()));
      }
    }
    return Optional.of(entry);
  }

  /** A new resource; it carries an id, which the official model of CDS Hooks asks for. */
  private JsonNode created(Action action, Map<String, Object> variables, String part) {
    ObjectNode resource =
        (ObjectNode) ResourceTemplate.fill(action.resource().orElseThrow(), variables);
    resource.put("id", identifiers.uuid(part));
    return withoutEmpty(resource);
  }

  private static JsonNode updated(JsonNode order, Action action, Map<String, Object> variables) {
    ObjectNode resource = order.deepCopy();
    JsonNode set = ResourceTemplate.fill(action.resource().orElseThrow(), variables);
    for (Entry<String, JsonNode> member : set.properties()) {
      if (member.getValue().isNull()) {
        resource.remove(member.getKey());
      } else {
        resource.set(member.getKey(), member.getValue());
      }
    }
    return withoutEmpty(resource);
  }

  /**
   * Without the members that hold nothing: an EHR may have sent such, and a template may leave one
   * where a fact was not known. CDS Hooks allows none in a response.
   */
  private static JsonNode withoutEmpty(JsonNode node) {
    if (node instanceof ContainerNode<?> container) {
      container.forEach(SuggestionWriter::withoutEmpty);
      container.removeIf(SuggestionWriter::isEmpty);
    }
    return node;
  }

  private static boolean isEmpty(JsonNode node) {
    return node.isNull()
        || (node.isTextual() && node.textValue().isBlank())
        || (node.isContainerNode() && node.isEmpty());
  }

  /** The order being written that the target fact was read from. */
  private Optional<JsonNode> order(Action action, Map<String, Object> variables) {
    Object target = variables.get(action.target().orElse(""));
    if (!(target instanceof Fact fact)) {
      return Optional.empty();
    }
    List<String> references = fact.sources().stream().map(Source::reference).toList();
    return request.draftOrders().stream()
        .filter(order -> references.contains(reference(order)))
        .findFirst();
  }

  private static String reference(JsonNode order) {
    return order.path("resourceType").asText() + "/" + order.path("id").asText();
  }
}
