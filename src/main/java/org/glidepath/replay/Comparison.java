package org.glidepath.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.glidepath.cdshooks.Answer;
import org.glidepath.replay.Expectation.ExpectedCard;

/** Compares an answer with what a test case expects. */
final class Comparison {

  private final Actual actual;
  private final List<String> differences = new ArrayList<>();

  private Comparison(Answer answer) {
    this.actual = new Actual(answer);
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

  /** Whether a card says a text, in any case of letters. */
  static boolean says(JsonNode card, String text) {
    return Actual.words(card).toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether what was inferred is what is expected: each of these values, or none. */
  static boolean asExpected(List<String> values, Set<String> inferred) {
    return values.isEmpty() ? inferred.isEmpty() : inferred.containsAll(values);
  }

  private void compareRules(Expectation expected) {
    for (String id : expected.fires()) {
      if (!actual.fired().contains(id)) {
        String how = actual.suppressed().contains(id) ? "was suppressed" : "was silent";
        differences.add(
            "expected %s to fire, but it %s; fired: %s".formatted(id, how, list(actual.fired())));
      }
    }
    for (String id : expected.silent()) {
      if (actual.fired().contains(id)) {
        differences.add("expected %s to be silent, but it fired".formatted(id));
      }
    }
  }

  private void compareInferred(String type, List<String> values) {
    Set<String> inferred = actual.inferred(type);
    if (!asExpected(values, inferred)) {
      differences.add(
          "expected %s %s, but inferred: %s".formatted(type, list(values), list(inferred)));
    }
  }

  private void compareCard(ExpectedCard expected) {
    Optional<JsonNode> card = actual.card(expected.rule());
    if (card.isEmpty()) {
      List<String> topics = actual.cards().stream().map(Actual::rule).toList();
      differences.add("expected a card of %s; cards: %s".formatted(expected.rule(), list(topics)));
      return;
    }
    String indicator = card.get().path("indicator").asText();
    if (expected.indicator().filter(wanted -> !wanted.equals(indicator)).isPresent()) {
      differences.add(
          "expected the card of %s to be %s, but it is %s"
              .formatted(expected.rule(), expected.indicator().orElse(""), indicator));
    }
    for (String text : expected.contains()) {
      if (!says(card.get(), text)) {
        String words = Actual.words(card.get()).replaceAll("\\s+", " ").strip();
        differences.add(
            "expected the card of %s to say \"%s\", but it says: %s"
                .formatted(expected.rule(), text, words));
      }
    }
  }

  private static String list(Iterable<String> items) {
    String list = String.join(", ", items);
    return list.isEmpty() ? "none" : list;
  }
}
