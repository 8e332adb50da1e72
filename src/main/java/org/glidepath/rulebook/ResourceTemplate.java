package org.glidepath.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A FHIR resource as a card text writes it, to be filled in.
 *
 * <ul>
 *   <li>Every text is a template; one that is nothing but the tag of a number becomes that number.
 *   <li>An object with the one member {@code "{{#name}}"} stands for what that holds, once for each
 *       item of a list; where there is nothing, nothing is written.
 *   <li>A list or object that nothing is left of is not written, because FHIR has no empty ones.
 * </ul>
 */
public final class ResourceTemplate {

  private static final Pattern TAG = Pattern.compile("\\{\\{([\\w.]+)}}");
  private static final Pattern SECTION = Pattern.compile("\\{\\{#([\\w.]+)}}");

  private ResourceTemplate() {}

  /** The name of the section that this member name opens: {@code "{{#taperPlan.steps}}"}. */
  public static Optional<String> section(String memberName) {
    Matcher section = SECTION.matcher(memberName);
    return section.matches() ? Optional.of(section.group(1)) : Optional.empty();
  }

  /** A copy of a resource that is filled in. */
  public static JsonNode fill(JsonNode resource, Map<String, Object> variables) {
    List<JsonNode> filled = filled(resource, List.of(variables));
    return filled.isEmpty() ? JsonNodeFactory.instance.objectNode() : filled.get(0);
  }

  /** None, one, or for a list several. */
  private static List<JsonNode> filled(JsonNode node, List<Object> scopes) {
    if (node instanceof ObjectNode object) {
      Optional<String> section =
          object.size() == 1 ? section(object.fieldNames().next()) : Optional.empty();
      return section.isPresent()
          ? inside(section.get(), object.elements().next(), scopes)
          : object(object, scopes);
    }
    if (node instanceof ArrayNode array) {
      return array(array, scopes);
    }
    return List.of(node.isTextual() ? text(node.textValue(), scopes) : node);
  }

  private static List<JsonNode> object(ObjectNode object, List<Object> scopes) {
    ObjectNode filled = JsonNodeFactory.instance.objectNode();
    object
        .properties()
        .forEach(
            member -> {
              List<JsonNode> values = filled(member.getValue(), scopes);
              if (!values.isEmpty()) {
                filled.set(member.getKey(), values.get(0));
              }
            });
    return filled.isEmpty() ? List.of() : List.of(filled);
  }

  private static List<JsonNode> array(ArrayNode array, List<Object> scopes) {
    ArrayNode filled = JsonNodeFactory.instance.arrayNode();
    array.forEach(item -> filled.addAll(filled(item, scopes)));
    return filled.isEmpty() ? List.of() : List.of(filled);
  }

  private static List<JsonNode> inside(String name, JsonNode content, List<Object> scopes) {
    Object value = CardTemplates.value(name, scopes);
    if (value == null || value.equals(false)) {
      return List.of();
    }
    Collection<?> items = value instanceof Collection<?> list ? list : List.of(value);
    List<JsonNode> all = new ArrayList<>();
    for (Object item : items) {
      List<Object> within = new ArrayList<>(scopes);
      within.add(item);
      all.addAll(filled(content, within));
    }
    return all;
  }

  private static JsonNode text(String text, List<Object> scopes) {
    if (!text.contains("{{")) {
      return JsonNodeFactory.instance.textNode(text);
    }
    Matcher tag = TAG.matcher(text);
    Object value = tag.matches() ? CardTemplates.value(tag.group(1), scopes) : null;
    if (value instanceof BigDecimal number) {
      return JsonNodeFactory.instance.numberNode(number);
    }
    return value instanceof Integer number
        ? JsonNodeFactory.instance.numberNode(number)
        : JsonNodeFactory.instance.textNode(CardTemplates.plain(text, scopes));
  }
}
