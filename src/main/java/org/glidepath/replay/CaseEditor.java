package org.glidepath.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glidepath.replay.Expectation.ExpectedCard;
import org.glidepath.replay.YamlText.Entry;

/**
 * Changes what a {@code case.yaml} expects into what came. Only the values that differ are
 * rewritten; comments, order and layout of everything else stay.
 */
final class CaseEditor {

  private final YamlText yaml;
  private final Expectation expected;
  private final Actual actual;
  private final List<String> done = new ArrayList<>();

  CaseEditor(String text, Expectation expected, Actual actual) {
    this.yaml = new YamlText(text);
    this.expected = expected;
    this.actual = actual;
    rules();
    expected.inferred().forEach(this::inferred);
    cards();
  }

  String edited() {
    return yaml.edited();
  }

  /** What was changed, one phrase each. */
  List<String> done() {
    return done;
  }

  private void rules() {
    Set<String> fired = actual.fired();
    List<String> fires = new ArrayList<>(expected.fires());
    fires.addAll(expected.silent());
    fires.retainAll(fired);
    List<String> silent = new ArrayList<>(expected.silent());
    silent.addAll(expected.fires());
    silent.removeAll(fired);
    list("fires", expected.fires(), fires);
    list("silent", expected.silent(), silent);
  }

  private void list(String key, List<String> before, List<String> after) {
    if (after.containsAll(before) && before.containsAll(after)) {
      return;
    }
    Optional<Entry> entry = yaml.entry("expect", key);
    if (after.isEmpty()) {
      entry.ifPresent(yaml::remove);
    } else if (entry.isPresent()) {
      yaml.replace(entry.get().value(), flow(after));
    } else {
      yaml.insertInto("expect", key + ": " + flow(after));
    }
    done.add("%s was %s, is %s".formatted(key, flow(before), flow(after)));
  }

  private void inferred(String type, List<String> values) {
    Collection<String> now = actual.inferred(type);
    if (!Comparison.asExpected(values, actual.inferred(type))) {
      yaml.entry("expect", "inferred", type)
          .ifPresent(entry -> yaml.replace(entry.value(), oneOrList(now)));
      done.add("inferred %s was %s, is %s".formatted(type, flow(values), flow(now)));
    }
  }

  private static String oneOrList(Collection<String> values) {
    return values.size() == 1 ? values.iterator().next() : flow(values);
  }

  private void cards() {
    List<Entry> cards = yaml.items("expect", "cards");
    boolean allGone =
        expected.cards().stream().allMatch(card -> actual.card(card.rule()).isEmpty());
    if (allGone && !expected.cards().isEmpty()) {
      yaml.entry("expect", "cards").ifPresent(yaml::remove);
      expected.cards().forEach(card -> done.add("the card of " + card.rule() + " is gone"));
      return;
    }
    for (int i = 0; i < expected.cards().size() && i < cards.size(); i++) {
      card(expected.cards().get(i), cards.get(i));
    }
  }

  private void card(ExpectedCard card, Entry written) {
    Optional<JsonNode> now = actual.card(card.rule());
    if (now.isEmpty()) {
      yaml.remove(written);
      done.add("the card of " + card.rule() + " is gone");
      return;
    }
    Map<String, Entry> members = yaml.members(written);
    String indicator = now.get().path("indicator").asText();
    if (card.indicator().filter(before -> !before.equals(indicator)).isPresent()) {
      replace(members, "indicator", indicator);
      done.add(
          "the card of %s was %s, is %s"
              .formatted(card.rule(), card.indicator().orElse(""), indicator));
    }
    List<String> said =
        card.contains().stream().filter(text -> Comparison.says(now.get(), text)).toList();
    if (said.size() < card.contains().size()) {
      replace(members, "contains", quoted(said));
      done.add(
          "the card of %s no longer says %s; if it ought to say something else, write that into contains"
              .formatted(
                  card.rule(),
                  quoted(card.contains().stream().filter(text -> !said.contains(text)).toList())));
    }
  }

  private void replace(Map<String, Entry> members, String key, String replacement) {
    Optional.ofNullable(members.get(key))
        .ifPresent(entry -> yaml.replace(entry.value(), replacement));
  }

  private static String flow(Collection<String> values) {
    return "[" + String.join(", ", values) + "]";
  }

  private static String quoted(List<String> values) {
    return flow(
        values.stream()
            .map(value -> "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
            .toList());
  }
}
