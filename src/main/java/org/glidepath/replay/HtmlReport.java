package org.glidepath.replay;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.glidepath.explanation.Account;
import org.glidepath.explanation.Explainer;
import org.glidepath.explanation.FactWords;
import org.glidepath.explanation.Shortfall;

/**
 * A page for people: a summary, each group, each case with its cards, the facts, and why each rule
 * spoke or did not. Needs no network.
 */
final class HtmlReport {

  private static final Mustache PAGE =
      new DefaultMustacheFactory().compile("org/glidepath/replay/report.html.mustache");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Explainer explainer;

  HtmlReport(Explainer explainer) {
    this.explainer = explainer;
  }

  void write(Path file, List<Result> results, Optional<BookComparison> comparison, Instant at)
      throws IOException {
    Map<String, Object> page = new LinkedHashMap<>(counts(results));
    page.put("at", DAY.format(at));
    page.put("ruleBook", explainer.ruleBook());
    page.put("allGood", results.stream().allMatch(Result::passed));
    page.put("cards", results.stream().mapToLong(result -> CardView.of(result).size()).sum());
    page.put("comparison", comparison.map(ComparisonView::of).orElse(Map.of()));
    page.put("compared", comparison.isPresent());
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

  private static Map<String, Object> counts(List<Result> results) {
    long passed = results.stream().filter(Result::passed).count();
    return Map.of(
        "passed",
        passed,
        "total",
        results.size(),
        "failed",
        results.size() - passed,
        "percent",
        results.isEmpty() ? 100 : 100 * passed / results.size());
  }

  private Map<String, Object> group(String name, List<Result> results) {
    Map<String, Object> group = new LinkedHashMap<>(counts(results));
    group.put("name", name.isEmpty() ? "cases" : name.substring(name.lastIndexOf('/') + 1));
    group.put("path", name);
    group.put("anchor", name.replaceAll("[^A-Za-z0-9]+", "-"));
    // cases are explained one after the other while the page is written, and not kept
    group.put(
        "cases",
        (Iterable<Map<String, Object>>) () -> results.stream().map(this::result).iterator());
    return group;
  }

  private Map<String, Object> result(Result result) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("name", result.shortName());
    view.put("title", result.title());
    view.put("why", result.why());
    view.put("hook", result.request().map(request -> request.path("hook").asText()).orElse(""));
    view.put("passed", result.passed());
    view.put("differences", result.differences());
    view.put("shortfalls", result.shortfalls().stream().map(HtmlReport::shortfall).toList());
    view.put("cards", CardView.of(result));
    view.put("account", account(result).map(List::of).orElse(List.of()));
    view.put("facts", facts(result));
    return view;
  }

  private Optional<Account> account(Result result) {
    return result
        .answer()
        .flatMap(answer -> answer.explanation())
        .map(why -> explainer.enabling(result.enabled()).account(why));
  }

  private static List<String> facts(Result result) {
    return result.answer().flatMap(answer -> answer.explanation()).stream()
        .flatMap(why -> why.decision().facts().stream())
        .map(FactWords::of)
        .sorted()
        .distinct()
        .toList();
  }

  private static Map<String, Object> shortfall(Shortfall shortfall) {
    return Map.of("rule", shortfall.rule().id(), "sentence", shortfall.sentence());
  }
}
