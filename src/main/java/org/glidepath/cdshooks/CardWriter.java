package org.glidepath.cdshooks;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.decision.Advice;
import org.glidepath.decision.Decision;
import org.glidepath.facts.DraftOrder;
import org.glidepath.facts.NotChecked;
import org.glidepath.facts.Source;
import org.glidepath.rulebook.CardText;
import org.glidepath.rulebook.CardVariables;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.Service;

/** Chooses which advice is shown, and in which order. */
final class CardWriter {

  private final RuleBook ruleBook;

  CardWriter(RuleBook ruleBook) {
    this.ruleBook = ruleBook;
  }

  /** The response, and the advice that it shows. */
  record Cards(ObjectNode response, Set<Advice> shown) {}

  Cards write(
      Service service, HookRequest request, Decision decision, List<NotChecked> notChecked) {
    Set<String> ordered = selectedOrders(decision);
    List<Advice> spoken =
        decision.advice().stream()
            .filter(advice -> advice.suppressedBy().isEmpty())
            .filter(advice -> wanted(advice, service, ordered))
            .filter(CardWriter::aboutSelectedOrders)
            .sorted(mostUrgentFirst(ordered))
            .toList();
    Set<String> ids = spoken.stream().map(advice -> advice.rule().id()).collect(toSet());
    List<List<Advice>> topics =
        spoken.stream()
            .collect(groupingBy(advice -> problem(advice, ids), LinkedHashMap::new, toList()))
            .entrySet()
            .stream()
            .map(topic -> ownAdviceFirst(topic.getKey(), topic.getValue()))
            .toList();
    CardBuilder card = new CardBuilder(ruleBook, request, decision, notChecked);
    ArrayNode cards = JsonNodeFactory.instance.arrayNode();
    Set<Advice> shown = new LinkedHashSet<>();
    List<List<Advice>> rest = topics.stream().skip(service.maximumCards()).toList();
    int last = Math.min(topics.size(), service.maximumCards());
    int written = 0;
    for (List<Advice> topic : topics.stream().limit(service.maximumCards()).toList()) {
      written++;
      cards.add(card.write(topic, written == last ? rest : List.of()));
      shown.addAll(topic);
    }
    ObjectNode response = JsonNodeFactory.instance.objectNode();
    response.set("cards", cards);
    return new Cards(response, shown);
  }

  /** The rule whose card tells of it: its own, or the one that its card text is part of. */
  private String problem(Advice advice, Set<String> spoken) {
    String id = advice.rule().id();
    return Optional.ofNullable(ruleBook.cards().get(id))
        .flatMap(CardText::partOf)
        .filter(spoken::contains)
        .orElse(id);
  }

  /** The card is that of the rule itself, whichever of its parts was listed before it. */
  private static List<Advice> ownAdviceFirst(String rule, List<Advice> topic) {
    return topic.stream().sorted(comparing(advice -> !advice.rule().id().equals(rule))).toList();
  }

  private static boolean wanted(Advice advice, Service service, Set<String> ordered) {
    String id = advice.rule().id();
    return service.cards().contains(id)
        || (service.orderCards().contains(id) && isAbout(ordered, advice));
  }

  /** What is being ordered comes before what was so already: it is what the clinician looks at. */
  private static Comparator<Advice> mostUrgentFirst(Set<String> ordered) {
    return Comparator.comparing(Advice::indicator)
        .reversed()
        .thenComparing(advice -> !isAbout(ordered, advice));
  }

  private static boolean isAbout(Set<String> ordered, Advice advice) {
    return advice.references().stream().anyMatch(ordered::contains);
  }

  /** The orders being written, on order-select those just selected. */
  private static Set<String> selectedOrders(Decision decision) {
    return decision.facts().stream()
        .filter(fact -> fact instanceof DraftOrder order && order.selected())
        .flatMap(order -> order.sources().stream())
        .map(Source::reference)
        .collect(toSet());
  }

  /** On order-select, advice about an order speaks only when that order was just selected. */
  private static boolean aboutSelectedOrders(Advice advice) {
    Set<DraftOrder> orders = CardVariables.within(advice.because(), DraftOrder.class);
    return orders.isEmpty() || orders.stream().anyMatch(DraftOrder::selected);
  }
}
