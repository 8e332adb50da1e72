package org.glidepath.replay;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glidepath.cdshooks.Explanation;
import org.glidepath.decision.Advice;
import org.glidepath.facts.Fact;

/**
 * A page for people: each group, each case, its cards, and why each rule fired. Needs no network.
 */
final class HtmlReport {

  private static final Mustache PAGE =
      new DefaultMustacheFactory().compile("org/glidepath/replay/report.html.mustache");

  private HtmlReport() {}

  static void write(Path file, List<Result> results, String ruleBook, Instant at)
      throws IOException {
    Map<String, Object> page = new LinkedHashMap<>();
    long failed = results.stream().filter(result -> !result.passed()).count();
    page.put("at", at.toString());
    page.put("ruleBook", ruleBook);
    page.put("total", results.size());
    page.put("passed", results.size() - failed);
    page.put("failed", failed);
    page.put(
        "groups",
        results.stream()
            .collect(groupingBy(Result::group, LinkedHashMap::new, toList()))
            .entrySet()
            .stream()
            .map(group -> group(group.getKey(), group.getValue()))
            .toList());
    try (Writer writer = Files.newBufferedWriter(file)) {
      PAGE.execute(writer, page);
    }
  }

  private static Map<String, Object> group(String name, List<Result> results) {
    long passed = results.stream().filter(Result::passed).count();
    return Map.of(
        "name",
        name,
        "passed",
        passed,
        "total",
        results.size(),
        "cases",
        results.stream().map(HtmlReport::result).toList());
  }

  private static Map<String, Object> result(Result result) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("name", result.name().substring(result.name().lastIndexOf('/') + 1));
    view.put("title", result.title());
    view.put("why", result.why());
    view.put("passed", result.passed());
    view.put("differences", result.differences());
    view.put("cards", result.answer().map(answer -> cards(answer.body())).orElse(List.of()));
    view.put(
        "advice",
        result
            .answer()
            .flatMap(answer -> answer.explanation())
            .map(HtmlReport::advice)
            .orElse(List.of()));
    view.put(
        "facts",
        result
            .answer()
            .flatMap(answer -> answer.explanation())
            .map(HtmlReport::facts)
            .orElse(List.of()));
    return view;
  }

  private static List<Map<String, Object>> cards(JsonNode response) {
    List<Map<String, Object>> cards = new ArrayList<>();
    for (JsonNode card : response.path("cards")) {
      List<String> suggestions = new ArrayList<>();
      card.path("suggestions")
          .forEach(suggestion -> suggestions.add(suggestion.path("label").asText()));
      cards.add(
          Map.of(
              "indicator",
              card.path("indicator").asText(),
              "rule",
              card.path("source").path("topic").path("code").asText(),
              "summary",
              card.path("summary").asText(),
              "detail",
              bullets(card.path("detail").asText()),
              "suggestions",
              suggestions));
    }
    return cards;
  }

  /** The bullets of a detail, without their Markdown signs. */
  private static List<String> bullets(String detail) {
    return detail
        .lines()
        .map(line -> line.replaceFirst("^- ", "").replace("**", ""))
        .map(line -> line.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1"))
        .map(line -> line.replaceAll("\\\\([\\\\<>`*_\\[\\]|])", "$1"))
        .toList();
  }

  private static List<Map<String, Object>> advice(Explanation why) {
    return why.decision().advice().stream()
        .map(
            advice ->
                Map.<String, Object>of(
                    "rule", advice.rule().name(),
                    "indicator", advice.indicator().code(),
                    "because", because(advice),
                    "suppressedBy", advice.suppressedBy().orElse(""),
                    "suppressed", advice.suppressedBy().isPresent()))
        .toList();
  }

  private static String because(Advice advice) {
    return String.join(
        ", ", advice.because().stream().map(fact -> fact.getClass().getSimpleName()).toList());
  }

  private static List<String> facts(Explanation why) {
    return why.decision().known().stream().map(Fact::toString).toList();
  }
}
