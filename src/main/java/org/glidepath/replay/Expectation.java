package org.glidepath.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a test case expects. What it does not name is not compared.
 *
 * @param fires ids of rules whose advice is given and stands
 * @param silent ids of rules that give no advice, or whose advice is suppressed
 * @param inferred values of inferred facts by type, {@code RiskClass: [YES_RISING]}: each has to be
 *     among those inferred; an empty list means that there is none
 * @param cards cards that have to be there
 */
record Expectation(
    List<String> fires,
    List<String> silent,
    Map<String, List<String>> inferred,
    List<ExpectedCard> cards) {

  /** Whether it expects nothing at all, so that it could never fail. */
  boolean empty() {
    return fires.isEmpty() && silent.isEmpty() && inferred.isEmpty() && cards.isEmpty();
  }

  /** Ids of all rules that it names. */
  List<String> rules() {
    return Stream.of(fires, silent, cards.stream().map(ExpectedCard::rule).toList())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * A card that has to be there.
   *
   * @param rule its topic
   * @param indicator its indicator; empty for any
   * @param contains texts of its summary, its detail or its suggestions, upper or lower case
   */
  record ExpectedCard(String rule, Optional<String> indicator, List<String> contains) {}
}
