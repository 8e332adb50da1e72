package org.glidepath.rulebook.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glidepath.rulebook.source.Node.Member;

/** Reads a YAML or JSON file into a tree in which every value knows its place. */
public final class TreeReader {

  /** Deeper than any resource of a suggestion; a reader that follows more may run out of stack. */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNestingDepth(40).maxNumberLength(30).build();

  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(LIMITS).build();
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(LIMITS)
          .disable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
          .build();

  private final SourceFile file;
  private final Problems problems;
  private final JsonParser parser;

  private TreeReader(SourceFile file, Problems problems, JsonParser parser) {
    this.file = file;
    this.problems = problems;
    this.parser = parser;
  }

  /** The tree of a YAML file; empty, with a problem noted, where it is no YAML. */
  public static Optional<Node> yaml(SourceFile file, Problems problems) {
    return read(YAML, "YAML", file, problems);
  }

  /** The tree of a JSON file; empty, with a problem noted, where it is no JSON. */
  public static Optional<Node> json(SourceFile file, Problems problems) {
    return read(JSON, "JSON", file, problems);
  }

  private static Optional<Node> read(
      JsonFactory format, String name, SourceFile file, Problems problems) {
    try (JsonParser parser = format.createParser(file.text())) {
      if (parser.nextToken() == null) {
        problems.error(file.start(), "the file is empty");
        return Optional.empty();
      }
      Node value = new TreeReader(file, problems, parser).value();
      if (parser.nextToken() != null) {
        JsonLocation second = parser.currentTokenLocation();
        problems.error(
            file.at(second.getLineNr(), second.getColumnNr()),
            "a second document begins here; one file holds one");
      }
      return Optional.of(value);
    } catch (StreamConstraintsException e) {
      problems.error(place(file, e), "nested too deep, or a number too long, to be a rule book's");
      return Optional.empty();
    } catch (JsonProcessingException e) {
      TreeError error = TreeError.of(e, file.text());
      problems.error(
          file.at(error.line(), error.column()), "this is not " + name + ": " + error.message());
      return Optional.empty();
    } catch (IOException e) {
      problems.error(file.start(), "cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Place place(SourceFile file, JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null ? file.start() : file.at(location.getLineNr(), location.getColumnNr());
  }

  private Node value() throws IOException {
    JsonLocation location = parser.currentTokenLocation();
    Place place = file.at(location.getLineNr(), location.getColumnNr());
    JsonToken token = parser.currentToken();
    refuseExtras(place);
    if (token == JsonToken.START_OBJECT) {
      return Node.object(file, place, members());
    }
    if (token == JsonToken.START_ARRAY) {
      return Node.list(file, place, items());
    }
    return Node.scalar(file, place, scalar());
  }

  /** What YAML knows beyond values: types to be built from a value, and values used again. */
  private void refuseExtras(Place place) throws IOException {
    if (!(parser instanceof YAMLParser yaml)) {
      return;
    }
    if (yaml.isCurrentAlias()) {
      problems.error(place, "an alias (*name) is not allowed; write the value out");
    } else if (yaml.getObjectId() != null) {
      problems.error(place, "an anchor (&name) is not allowed; write the value only");
    } else if (yaml.getTypeId() != null) {
      problems.error(place, "a tag (!name) is not allowed; write the value only");
    }
  }

  private Map<String, Member> members() throws IOException {
    Map<String, Member> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonLocation location = parser.currentTokenLocation();
      Place place = file.at(location.getLineNr(), location.getColumnNr());
      parser.nextToken();
      Node value = value();
      if (members.putIfAbsent(name, new Member(place, value)) != null) {
        problems.error(place, "\"" + name + "\" is given twice; keep one");
      }
    }
    return members;
  }

  private List<Node> items() throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return items;
  }

  private JsonNode scalar() throws IOException {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> nodes.booleanNode(true);
      case VALUE_FALSE -> nodes.booleanNode(false);
      case VALUE_NULL -> nodes.nullNode();
      case VALUE_NUMBER_INT -> nodes.numberNode(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
      default -> nodes.textNode(parser.getText());
    };
  }
}
