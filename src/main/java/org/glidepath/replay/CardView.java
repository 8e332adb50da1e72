package org.glidepath.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A card as an EHR draws it.
 *
 * @param indicator critical, warning or info
 * @param rule id of the rule
 * @param summary one line
 * @param detail lines of HTML
 * @param source label of the source
 * @param suggestions labels of what can be done by one click
 * @param links labels of what can be opened
 * @param overrides reasons that can be given for not following it
 */
record CardView(
    String indicator,
    String rule,
    String summary,
    List<String> detail,
    String source,
    List<String> suggestions,
    List<String> links,
    List<String> overrides) {

  /** The cards of an answer. */
  static List<CardView> of(Result result) {
    List<CardView> cards = new ArrayList<>();
    result
        .answer()
        .ifPresent(answer -> answer.body().path("cards").forEach(card -> cards.add(of(card))));
    return cards;
  }

  private static CardView of(JsonNode card) {
    return new CardView(
        card.path("indicator").asText(),
        Actual.rule(card),
        card.path("summary").asText(),
        Markup.lines(card.path("detail").asText()),
        card.path("source").path("label").asText(),
        each(card.path("suggestions"), "label"),
        each(card.path("links"), "label"),
        each(card.path("overrideReasons"), "display"));
  }

  private static List<String> each(JsonNode items, String member) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path(member).asText())
        .toList();
  }
}
