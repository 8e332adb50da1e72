package org.glidepath.rulebook.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.rulebook.source.Node.Kind;
import org.glidepath.rulebook.source.Node.Member;

/**
 * The members of one object of a YAML or JSON file, read one by one; what is missing, of the wrong
 * kind or unknown is noted as a problem, and reading goes on with an empty value.
 */
public final class Members {

  private final Node node;
  private final String what;
  private final Problems problems;

  private Members(Node node, String what, Problems problems) {
    this.node = node;
    this.what = what;
    this.problems = problems;
  }

  /**
   * The members of an object that has no others than the known ones.
   *
   * @param what the object as a message calls it: "a suggestion"
   */
  public static Members of(Node node, String what, Problems problems, Set<String> known) {
    Members members = any(node, what, problems);
    node.members()
        .forEach(
            (name, member) -> {
              if (!known.contains(name)) {
                problems.error(
                    member.place(),
                    what
                        + " has no member \""
                        + name
                        + "\". Members: "
                        + String.join(", ", sorted(known))
                        + "."
                        + Hints.maybe(name, known));
              }
            });
    return members;
  }

  /** The members of an object that may have others too. */
  public static Members any(Node node, String what, Problems problems) {
    if (node.kind() != Kind.OBJECT) {
      problems.error(node.place(), what + " has to be written as \"name: value\" lines");
    }
    return new Members(node, what, problems);
  }

  /** Where the object stands. */
  public Place place() {
    return node.place();
  }

  /** The value of a member, if it is there and not empty. */
  public Optional<Node> value(String name) {
    Member member = node.members().get(name);
    return member == null || member.value().empty()
        ? Optional.empty()
        : Optional.of(member.value());
  }

  /** Whether the member is there. */
  public boolean has(String name) {
    return value(name).isPresent();
  }

  /** The value of a member; its absence is a problem. */
  public Optional<Node> required(String name) {
    Optional<Node> value = value(name);
    if (value.isEmpty() && node.kind() == Kind.OBJECT) {
      Member member = node.members().get(name);
      problems.error(
          member == null ? node.place() : member.place(), what + " needs \"" + name + "\"");
    }
    return value;
  }

  /** The text of a member; empty, and a problem, where it is missing. */
  public String text(String name) {
    return required(name).flatMap(this::asText).map(Node::text).orElse("");
  }

  /** The text of a member, if it is there. */
  public Optional<String> optionalText(String name) {
    return value(name).flatMap(this::asText).map(Node::text);
  }

  /** The text of a member with its place, if it is there. */
  public Optional<Node> textNode(String name) {
    return required(name).flatMap(this::asText);
  }

  /** A member that is true or false; false where it is missing. */
  public boolean flag(String name) {
    Optional<Node> value = value(name);
    if (value.isPresent() && !value.get().scalar().isBoolean()) {
      problems.error(value.get().place(), "\"" + name + "\" is true or false");
    }
    return value.map(Node::scalar).map(JsonNode::asBoolean).orElse(false);
  }

  /** A whole number not below the smallest allowed. */
  public Optional<Integer> number(String name, int smallest) {
    Optional<Node> value = value(name);
    Optional<Integer> number =
        value.map(Node::scalar).filter(JsonNode::canConvertToInt).map(JsonNode::intValue);
    if (value.isPresent() && number.filter(n -> n >= smallest).isEmpty()) {
      problems.error(
          value.get().place(),
          "\"%s\" is a whole number of at least %d, not \"%s\""
              .formatted(name, smallest, value.get().text()));
      return Optional.empty();
    }
    return number;
  }

  /** The items of a member that is a list; none where it is missing. */
  public List<Node> list(String name) {
    Optional<Node> value = value(name);
    if (value.isPresent() && value.get().kind() != Kind.LIST) {
      problems.error(value.get().place(), "\"" + name + "\" is a list");
    }
    return value.map(Node::items).orElse(List.of());
  }

  /** The items of a member that is a list of texts, with their places. */
  public List<Node> texts(String name) {
    return list(name).stream().flatMap(item -> asText(item).stream()).toList();
  }

  private Optional<Node> asText(Node value) {
    if (value.kind() != Kind.SCALAR || value.empty()) {
      problems.error(value.place(), "a text is expected here");
      return Optional.empty();
    }
    return Optional.of(value);
  }

  private static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }
}
