package org.glidepath.rulebook.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.mustachejava.Mustache;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.rulebook.CardText.Action;
import org.glidepath.rulebook.CardText.Suggestion;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.Members;
import org.glidepath.rulebook.source.Node;
import org.glidepath.rulebook.source.Problems;

/** Reads what one click on a card does. */
final class SuggestionReader {

  private static final Set<String> SUGGESTION =
      Set.of("label", "recommended", "onlyWith", "actions");
  private static final Set<String> ACTION =
      Set.of("type", "target", "description", "set", "resource");
  private static final Set<String> TYPES = Set.of("create", "update", "delete");

  private final CardReader card;
  private final Problems problems;

  SuggestionReader(CardReader card, Problems problems) {
    this.card = card;
    this.problems = problems;
  }

  Optional<Suggestion> read(Node node) {
    Members members = Members.of(node, "a suggestion", problems, SUGGESTION);
    Optional<Mustache> label = members.textNode("label").flatMap(card::template);
    boolean recommended = members.flag("recommended");
    members.value("onlyWith").ifPresent(card::onlyWith);
    members.required("actions");
    List<Action> actions =
        members.list("actions").stream().flatMap(action -> action(action).stream()).toList();
    return label.map(
        template ->
            new Suggestion(template, recommended, members.optionalText("onlyWith"), actions));
  }

  private Optional<Action> action(Node node) {
    Members members = Members.of(node, "an action", problems, ACTION);
    Optional<Node> type = members.textNode("type");
    Optional<Mustache> description = members.textNode("description").flatMap(card::template);
    if (type.isEmpty() || description.isEmpty()) {
      return Optional.empty();
    }
    checkType(type.get(), members);
    members.value("target").ifPresent(card::target);
    Optional<Node> resource = members.value("resource").or(() -> members.value("set"));
    resource.ifPresent(card::templatesOf);
    return Optional.of(
        new Action(
            type.get().text(),
            description.get(),
            members.optionalText("target"),
            resource.map(Node::json)));
  }

  private void checkType(Node type, Members members) {
    switch (type.text()) {
      case "create" -> {
        refuse(members, "target", "create");
        refuse(members, "set", "create");
        checkResource(members);
      }
      case "update" -> {
        refuse(members, "resource", "update");
        members.required("target");
        members.required("set").ifPresent(set -> checkObject(set, "set"));
      }
      case "delete" -> {
        refuse(members, "resource", "delete");
        refuse(members, "set", "delete");
        members.required("target");
      }
      default ->
          problems.error(
              type.place(),
              "unknown action \"%s\"; it is create, update or delete.%s"
                  .formatted(type.text(), Hints.maybe(type.text(), TYPES)));
    }
  }

  private void refuse(Members members, String name, String type) {
    members
        .value(name)
        .ifPresent(
            value ->
                problems.error(
                    value.place(), "an action of type %s has no \"%s\"".formatted(type, name)));
  }

  private void checkResource(Members members) {
    Optional<Node> resource = members.required("resource");
    resource.ifPresent(value -> checkObject(value, "resource"));
    resource
        .map(Node::json)
        .filter(JsonNode::isObject)
        .filter(json -> json.path("resourceType").asText().isEmpty())
        .ifPresent(
            json -> problems.error(resource.get().place(), "a resource needs \"resourceType\""));
  }

  private void checkObject(Node value, String name) {
    if (value.kind() != Node.Kind.OBJECT) {
      problems.error(value.place(), "\"" + name + "\" has to be written as \"name: value\" lines");
    }
  }
}
