package org.glidepath.rulebook.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A value of a YAML or JSON file that knows its place.
 *
 * @param file the file it stands in
 * @param place where it begins; for a member, its value and not its name
 * @param kind what it is
 * @param scalar the value where it is no object and no list; else missing
 * @param members the members of an object in their order; empty for anything else
 * @param items the items of a list; empty for anything else
 */
public record Node(
    SourceFile file,
    Place place,
    Kind kind,
    JsonNode scalar,
    Map<String, Member> members,
    List<Node> items) {

  /** What a value is. */
  public enum Kind {
    OBJECT,
    LIST,
    SCALAR
  }

  /**
   * A member of an object.
   *
   * @param place where its name stands
   * @param value its value
   */
  public record Member(Place place, Node value) {}

  static Node object(SourceFile file, Place place, Map<String, Member> members) {
    return new Node(file, place, Kind.OBJECT, MissingNode.getInstance(), members, List.of());
  }

  static Node list(SourceFile file, Place place, List<Node> items) {
    return new Node(file, place, Kind.LIST, MissingNode.getInstance(), Map.of(), items);
  }

  static Node scalar(SourceFile file, Place place, JsonNode scalar) {
    return new Node(file, place, Kind.SCALAR, scalar, Map.of(), List.of());
  }

  /** Whether nothing is written where a value should be. */
  public boolean empty() {
    return kind == Kind.SCALAR && (scalar.isNull() || scalar.isMissingNode());
  }

  /** The scalar as text; empty for an object or a list. */
  public String text() {
    return empty() ? "" : scalar.asText();
  }

  /** The same value without places. */
  public JsonNode json() {
    return switch (kind) {
      case SCALAR -> scalar;
      case LIST -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(item.json()));
        yield array;
      }
      case OBJECT -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        members.forEach((name, member) -> object.set(name, member.value().json()));
        yield object;
      }
    };
  }
}
