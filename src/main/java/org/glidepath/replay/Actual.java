package org.glidepath.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glidepath.cdshooks.Answer;
import org.glidepath.cdshooks.Explanation;
import org.glidepath.decision.Advice;

/** What an answer holds of the things that a test case can expect. */
final class Actual {

  private final Answer answer;
  private final Set<String> fired = new TreeSet<>();
  private final Set<String> suppressed = new TreeSet<>();

  Actual(Answer answer) {
    this.answer = answer;
    for (Advice advice :
        answer.explanation().map(why -> why.decision().advice()).orElse(List.of())) {
      (advice.suppressedBy().isEmpty() ? fired : suppressed).add(advice.rule().id());
    }
    suppressed.removeAll(fired);
  }

  /** Ids of the rules whose advice stands. */
  Set<String> fired() {
    return fired;
  }

  /** Ids of the rules all of whose advice is suppressed. */
  Set<String> suppressed() {
    return suppressed;
  }

  /** The values of the inferred facts of one kind. */
  Set<String> inferred(String type) {
    return answer.explanation().map(Explanation::decision).stream()
        .flatMap(decision -> decision.inferred().stream())
        .filter(inference -> inference.type().equals(type))
        .map(inference -> inference.value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The card of a rule. */
  Optional<JsonNode> card(String rule) {
    return cards().stream().filter(card -> rule(card).equals(rule)).findFirst();
  }

  /** All cards, in the order of the answer. */
  List<JsonNode> cards() {
    List<JsonNode> cards = new ArrayList<>();
    answer.body().path("cards").forEach(cards::add);
    return cards;
  }

  /** The id of the rule whose card it is. */
  static String rule(JsonNode card) {
    return card.path("source").path("topic").path("code").asText();
  }

  /** Everything that a card says. */
  static String words(JsonNode card) {
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
}
