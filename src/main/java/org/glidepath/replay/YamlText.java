package org.glidepath.replay;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML text whose values can be replaced in place, so that everything around them stays. */
final class YamlText {

  private final String text;
  private final Node root;
  private final List<Edit> edits = new ArrayList<>();

  private record Edit(int start, int end, String replacement) {}

  /**
   * A member of a mapping, or an item of a list.
   *
   * @param start where its key or, of an item, its value begins
   * @param value its value
   * @param container what it stands in
   */
  record Entry(int start, Node value, Node container) {}

  YamlText(String text) {
    this.text = text;
    this.root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
  }

  /** The member that this path of keys leads to. */
  Optional<Entry> entry(String... path) {
    Optional<Entry> found = Optional.of(new Entry(0, root, root));
    for (String key : path) {
      found = found.flatMap(entry -> Optional.ofNullable(members(entry).get(key)));
    }
    return found;
  }

  /** The items of the list that this path of keys leads to. */
  List<Entry> items(String... path) {
    return entry(path).map(Entry::value).stream()
        .filter(SequenceNode.class::isInstance)
        .flatMap(
            list ->
                ((SequenceNode) list)
                    .getValue().stream()
                        .map(item -> new Entry(item.getStartMark().getIndex(), item, list)))
        .toList();
  }

  /** The members of a mapping, by their keys. */
  Map<String, Entry> members(Entry entry) {
    Map<String, Entry> members = new LinkedHashMap<>();
    if (entry.value() instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          int start = key.getStartMark().getIndex();
          members.put(key.getValue(), new Entry(start, tuple.getValueNode(), mapping));
        }
      }
    }
    return members;
  }

  void replace(Node value, String replacement) {
    int start = value.getStartMark().getIndex();
    int end = value.getEndMark().getIndex();
    // the end of a block lies behind the blanks and comments that follow it
    String old = text.substring(start, end).stripTrailing();
    edits.add(new Edit(start, start + old.length(), replacement));
  }

  /** Takes a member or an item out: its lines, or its part of a line. */
  void remove(Entry entry) {
    if (flow(entry.container())) {
      int end = entry.value().getEndMark().getIndex();
      int comma = text.lastIndexOf(',', entry.start());
      boolean last =
          !text.startsWith(",", end) && comma > entry.container().getStartMark().getIndex();
      edits.add(last ? new Edit(comma, end, "") : new Edit(entry.start(), end + 1, ""));
      return;
    }
    int start = text.lastIndexOf('\n', entry.start()) + 1;
    int end = entry.value().getEndMark().getIndex();
    String old = text.substring(start, end).stripTrailing();
    int lineEnd = text.indexOf('\n', start + old.length());
    edits.add(new Edit(start, lineEnd < 0 ? text.length() : lineEnd + 1, ""));
  }

  /** Writes a member as the first of a mapping. */
  void insertInto(String key, String member) {
    Node mapping = entry(key).orElseThrow().value();
    int start = mapping.getStartMark().getIndex();
    if (flow(mapping)) {
      edits.add(new Edit(start + 1, start + 1, " " + member + ","));
    } else {
      int column = mapping.getStartMark().getColumn();
      edits.add(new Edit(start - column, start - column, " ".repeat(column) + member + "\n"));
    }
  }

  /** The text with all changes. */
  String edited() {
    StringBuilder result = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::start).thenComparing(Edit::end).reversed())
        .forEach(edit -> result.replace(edit.start(), edit.end(), edit.replacement()));
    return result.toString();
  }

  private static boolean flow(Node node) {
    return (node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.FLOW)
        || (node instanceof SequenceNode list && list.getFlowStyle() == FlowStyle.FLOW);
  }
}
