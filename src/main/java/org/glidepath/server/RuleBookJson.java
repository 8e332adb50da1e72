package org.glidepath.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.glidepath.rulebook.Evidence;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.server.LiveBook.Served;

/** The rule book that answers, for those who ask what a service knows. */
final class RuleBookJson {

  private RuleBookJson() {}

  static JsonNode of(Served served) {
    RuleBook book = served.book();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("version", book.version());
    json.put("since", served.since().toString());
    ArrayNode rules = json.putArray("rules");
    book.rules().forEach(rule -> rules.add(rule(rule, book)));
    ObjectNode evidence = json.putObject("evidence");
    book.evidence().forEach((key, source) -> evidence.set(key, evidence(source)));
    return json;
  }

  private static ObjectNode rule(Rule rule, RuleBook book) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", rule.id());
    json.put("name", rule.name());
    json.put("group", rule.folder());
    json.put("advises", rule.advises());
    json.put("enabled", book.takesPart(rule));
    json.put("reserve", rule.reserve());
    rule.evidence().forEach(json.putArray("evidence")::add);
    rule.suppresses().forEach(json.putArray("suppresses")::add);
    json.put("file", rule.file());
    json.put("line", rule.line());
    return json;
  }

  private static ObjectNode evidence(Evidence source) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("label", source.label());
    json.put("citation", source.citation());
    source.year().ifPresent(year -> json.put("year", year));
    source.url().ifPresent(url -> json.put("url", url));
    json.put("grade", source.grade());
    return json;
  }
}
