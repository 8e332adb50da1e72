package org.glidepath.cdshooks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.mustachejava.Mustache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glidepath.decision.Advice;
import org.glidepath.decision.Decision;
import org.glidepath.decision.Indicator;
import org.glidepath.facts.NotChecked;
import org.glidepath.rulebook.CardTemplates;
import org.glidepath.rulebook.CardText;
import org.glidepath.rulebook.CardText.OverrideReason;
import org.glidepath.rulebook.CardText.Suggestion;
import org.glidepath.rulebook.CardVariables;
import org.glidepath.rulebook.Evidence;
import org.glidepath.rulebook.RuleBook;

/** Writes the card of one topic: the text of the rule, filled with the facts it rests on. */
final class CardBuilder {

  private static final String TOPIC_SYSTEM = "https://glidepath.org/CodeSystem/rule";

  /** CDS Hooks: a summary has fewer than 140 characters. */
  private static final int LONGEST_SUMMARY = 139;

  private final RuleBook ruleBook;
  private final HookRequest request;
  private final Decision decision;
  private final List<NotChecked> notChecked;

  CardBuilder(
      RuleBook ruleBook, HookRequest request, Decision decision, List<NotChecked> notChecked) {
    this.ruleBook = ruleBook;
    this.request = request;
    this.decision = decision;
    this.notChecked = notChecked;
  }

  /**
   * The card.
   *
   * @param topic advice about one problem, the most urgent first: the first makes the card, the
   *     others are named in it, with what they suggest
   * @param rest topics that get no card of their own, to be named in this one
   */
  ObjectNode write(List<Advice> topic, List<List<Advice>> rest) {
    Advice advice = topic.get(0);
    CardText text = text(advice);
    Map<String, Object> variables = variables(advice);
    ObjectNode card = JsonNodeFactory.instance.objectNode();
    Identifiers identifiers = new Identifiers(request, decision.at(), advice);
    card.put("uuid", identifiers.uuid("card"));
    card.put("summary", summary(text, variables));
    card.put("detail", detail(topic, rest, text, variables));
    card.put("indicator", advice.indicator().code());
    card.set("source", source(advice.rule().id(), text));
    ArrayNode suggestions = suggestions(topic);
    if (!suggestions.isEmpty()) {
      card.set("suggestions", suggestions);
      card.put("selectionBehavior", text.selectionBehavior().orElse("at-most-one"));
    }
    if (advice.indicator() != Indicator.INFO && !text.overrideReasons().isEmpty()) {
      card.set("overrideReasons", overrideReasons(text.overrideReasons()));
    }
    return card;
  }

  /** Each suggestion of each rule once, by the most urgent of its advice that can make it. */
  private ArrayNode suggestions(List<Advice> topic) {
    ArrayNode suggestions = JsonNodeFactory.instance.arrayNode();
    topic.stream()
        .collect(groupingBy(advice -> advice.rule().id(), LinkedHashMap::new, toList()))
        .values()
        .forEach(sameRule -> suggestions.addAll(suggestionsOf(sameRule)));
    return suggestions;
  }

  private List<ObjectNode> suggestionsOf(List<Advice> sameRule) {
    List<Suggestion> all = text(sameRule.get(0)).suggestions();
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(i -> sameRule.stream().flatMap(one -> write(all.get(i), i, one).stream()).limit(1))
        .toList();
  }

  private Optional<ObjectNode> write(Suggestion suggestion, int index, Advice advice) {
    Identifiers identifiers = new Identifiers(request, decision.at(), advice);
    return new SuggestionWriter(request, identifiers)
        .write(suggestion, "suggestion" + index, variables(advice));
  }

  private CardText text(Advice advice) {
    return Objects.requireNonNull(ruleBook.cards().get(advice.rule().id()));
  }

  private Map<String, Object> variables(Advice advice) {
    Map<String, Object> variables =
        new HashMap<>(CardVariables.of(advice.because(), decision.known()));
    variables.put("patient", "Patient/" + request.patientId());
    variables.put("today", decision.at().toString().substring(0, 10));
    return variables;
  }

  /** What is wrong and what to do come before the whole of a long name from the record. */
  private static String summary(CardText text, Map<String, Object> variables) {
    String whole = whole(text, variables);
    if (whole.length() <= LONGEST_SUMMARY) {
      return whole;
    }
    String summary = CardTemplates.brief(text.summary(), variables);
    if (summary.length() <= LONGEST_SUMMARY) {
      return summary;
    }
    int end = LONGEST_SUMMARY - 1;
    boolean halfOfPair = Character.isHighSurrogate(summary.charAt(end - 1));
    return summary.substring(0, halfOfPair ? end - 1 : end).stripTrailing() + "\u2026";
  }

  /** As it would stand where there is room for all of it. */
  private static String whole(CardText text, Map<String, Object> variables) {
    return CardTemplates.plain(text.summary(), variables);
  }

  private String whole(Advice advice) {
    return whole(text(advice), variables(advice));
  }

  private String detail(
      List<Advice> topic, List<List<Advice>> rest, CardText text, Map<String, Object> variables) {
    List<String> bullets = new ArrayList<>();
    for (Mustache bullet : text.detail()) {
      bullets.add(CardTemplates.markdown(bullet, variables));
    }
    List<String> also =
        Stream.concat(topic.stream().skip(1), rest.stream().map(otherTopic -> otherTopic.get(0)))
            .map(this::whole)
            .filter(other -> !other.equals(whole(text, variables)))
            .distinct()
            .toList();
    if (!also.isEmpty()) {
      bullets.add("**Also:** " + CardTemplates.escape(String.join("; ", also)));
    }
    notChecked(text).ifPresent(bullets::add);
    bullets.add(sources(topic));
    return String.join("\n", bullets.stream().map(bullet -> "- " + bullet).toList());
  }

  private Optional<String> notChecked(CardText text) {
    List<String> gaps =
        notChecked.stream()
            .filter(gap -> text.checks().contains(gap.key()))
            .map(gap -> gap.key() + " (" + gap.reason() + ")")
            .toList();
    return gaps.isEmpty()
        ? Optional.empty()
        : Optional.of("**Not checked:** " + CardTemplates.escape(String.join(", ", gaps)));
  }

  private String sources(List<Advice> topic) {
    List<String> cited =
        topic.stream()
            .flatMap(advice -> advice.rule().evidence().stream())
            .distinct()
            .map(key -> Objects.requireNonNull(ruleBook.evidence().get(key)))
            .map(CardBuilder::cite)
            .toList();
    List<String> rules = topic.stream().map(advice -> advice.rule().id()).distinct().toList();
    return "**Source:** %s. Rule %s, rule book %s"
        .formatted(String.join("; ", cited), String.join(", ", rules), ruleBook.version());
  }

  private static String cite(Evidence evidence) {
    String name = CardTemplates.escape(evidence.label());
    return evidence.url().map(url -> "[" + name + "](" + url + ")").orElse(name)
        + " (grade "
        + evidence.grade()
        + ")";
  }

  private static ObjectNode source(String ruleId, CardText text) {
    ObjectNode source = JsonNodeFactory.instance.objectNode();
    source.put("label", "Glidepath");
    ObjectNode topic = source.putObject("topic");
    topic.put("system", TOPIC_SYSTEM);
    topic.put("code", ruleId);
    topic.put("display", text.title());
    return source;
  }

  private static ArrayNode overrideReasons(List<OverrideReason> reasons) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (OverrideReason reason : reasons) {
      ObjectNode coding = list.addObject();
      coding.put("code", reason.code());
      coding.put("system", reason.system());
      coding.put("display", reason.display());
    }
    return list;
  }
}
