package org.glidepath.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glidepath.cdshooks.Answer;
import org.glidepath.cdshooks.Explanation;
import org.glidepath.decision.Advice;
import org.glidepath.replay.Expectation.ExpectedCard;

/** Compares an answer with what a test case expects. */
final class Comparison {

  private final Answer answer;
  private final Optional<Explanation> explanation;
  private final List<String> differences = new ArrayList<>();

  private Comparison(Answer answer) {
    this.answer = answer;
    this.explanation = answer.explanation();
  }

  /** What differs, one sentence each; empty where nothing does. */
  static List<String> of(Expectation expected, Answer answer) {
    Comparison comparison = new Comparison(answer);
    if (answer.status() != 200) {
      comparison.differences.add(
          "expected cards, but the answer is %d: %s"
              .formatted(
                  answer.status(), answer.body().at("/issue/0/details/text").asText("no reason")));
      return comparison.differences;
    }
    comparison.compareRules(expected);
    expected.inferred().forEach(comparison::compareInferred);
    expected.cards().forEach(comparison::compareCard);
    return comparison.differences;
  }

  private void compareRules(Expectation expected) {
    Set<String> fired = new TreeSet<>();
    Set<String> suppressed = new TreeSet<>();
    for (Advice advice : advice()) {
      (advice.suppressedBy().isEmpty() ? fired : suppressed).add(advice.rule().id());
    }
    suppressed.removeAll(fired);
    for (String id : expected.fires()) {
      if (!fired.contains(id)) {
        differences.add(
            "expected %s to fire, but it %s; fired: %s"
                .formatted(
                    id, suppressed.contains(id) ? "was suppressed" : "was silent", list(fired)));
      }
    }
    for (String id : expected.silent()) {
      if (fired.contains(id)) {
        differences.add("expected %s to be silent, but it fired".formatted(id));
      }
    }
  }

  private List<Advice> advice() {
    return explanation.map(why -> why.decision().advice()).orElse(List.of());
  }

  private void compareInferred(String type, List<String> values) {
    Set<String> inferred =
        explanation.stream()
            .flatMap(why -> why.decision().inferred().stream())
            .filter(inference -> inference.type().equals(type))
            .map(inference -> inference.value())
            .collect(Collectors.toCollection(TreeSet::new));
    boolean asExpected = values.isEmpty() ? inferred.isEmpty() : inferred.containsAll(values);
    if (!asExpected) {
      differences.add(
          "expected %s %s, but inferred: %s".formatted(type, list(values), list(inferred)));
    }
  }

  private void compareCard(ExpectedCard expected) {
    Optional<JsonNode> card = card(expected.rule());
    if (card.isEmpty()) {
      differences.add(
          "expected a card of %s; cards: %s".formatted(expected.rule(), list(topics())));
      return;
    }
    String indicator = card.get().path("indicator").asText();
    if (expected.indicator().filter(wanted -> !wanted.equals(indicator)).isPresent()) {
      differences.add(
          "expected the card of %s to be %s, but it is %s"
              .formatted(expected.rule(), expected.indicator().orElse(""), indicator));
    }
    String words = words(card.get());
    for (String text : expected.contains()) {
      if (!words.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
        differences.add(
            "expected the card of %s to say \"%s\", but it says: %s"
                .formatted(expected.rule(), text, words.replaceAll("\\s+", " ").strip()));
      }
    }
  }

  private Optional<JsonNode> card(String rule) {
    for (JsonNode card : answer.body().path("cards")) {
      if (topic(card).equals(rule)) {
        return Optional.of(card);
      }
    }
    return Optional.empty();
  }

  private List<String> topics() {
    List<String> topics = new ArrayList<>();
    answer.body().path("cards").forEach(card -> topics.add(topic(card)));
    return topics;
  }

  private static String topic(JsonNode card) {
    return card.path("source").path("topic").path("code").asText();
  }

  private static String words(JsonNode card) {
    StringBuilder words = new StringBuilder();
    words.append(card.path("summary").asText()).append('\n').append(card.path("detail").asText());
    for (JsonNode suggestion : card.path("suggestions")) {
      words.append('\n').append(suggestion.path("label").asText());
      for (JsonNode action : suggestion.path("actions")) {
        words.append('\n').append(action.path("description").asText());
      }
    }
    return words.toString();
  }

  private static String list(Iterable<String> items) {
    String list = String.join(", ", items);
    return list.isEmpty() ? "none" : list;
  }
}
