package org.glidepath.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.glidepath.cdshooks.Answer;

/**
 * What one rule book made of one call: enough to compare it with another.
 *
 * @param name of the case or request
 * @param passed whether it came out as expected
 * @param answered whether there was an answer with cards, though there may be none in it
 * @param cards the cards, in their order
 */
record Snapshot(String name, boolean passed, boolean answered, List<Shown> cards) {

  /** The card that names the advice for which there was no room. */
  private static final String OVERFLOW = "(further advice)";

  /**
   * A card as a clinician sees it.
   *
   * @param rule its topic
   * @param indicator how urgent it is
   * @param lines summary, detail line by line, suggestions
   */
  record Shown(String rule, String indicator, List<String> lines) {

    static Shown of(JsonNode card) {
      String rule = Actual.rule(card);
      return new Shown(
          rule.isEmpty() ? OVERFLOW : rule,
          card.path("indicator").asText(),
          Actual.words(card)
              .lines()
              .map(line -> line.replaceAll(", rule book [0-9a-f]+", ""))
              .filter(line -> !line.isBlank())
              .toList());
    }

    String summary() {
      return lines.isEmpty() ? "" : lines.get(0);
    }
  }

  static Snapshot of(Result result) {
    List<Shown> cards = new ArrayList<>();
    result
        .answer()
        .ifPresent(
            answer -> answer.body().path("cards").forEach(card -> cards.add(Shown.of(card))));
    boolean answered =
        result.answer().map(Answer::status).filter(status -> status == 200).isPresent();
    return new Snapshot(result.name(), result.passed(), answered, List.copyOf(cards));
  }
}
