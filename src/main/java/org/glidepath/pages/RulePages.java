package org.glidepath.pages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.glidepath.rulebook.Evidence;
import org.glidepath.rulebook.Rule;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.Service;
import org.jspecify.annotations.Nullable;

/**
 * The rule book as pages: {@code rules.md} lists all rules, {@code rules/<folder>.md} shows each
 * with its logic, its card, its sources and its test cases. Made from the files alone, so that
 * equal files give equal pages.
 */
public final class RulePages {

  private static final String CONVENTION = "Convention";

  /** Markdown needs none of HTML's escapes; braces of card texts stay as they are. */
  private static final MustacheFactory TEMPLATES =
      new DefaultMustacheFactory() {
        @Override
        public void encode(String value, Writer writer) {
          try {
            writer.write(value);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };

  private static final Mustache INDEX = TEMPLATES.compile("org/glidepath/pages/rules.md.mustache");
  private static final Mustache FOLDER =
      TEMPLATES.compile("org/glidepath/pages/folder.md.mustache");

  private final RuleBook book;
  private final RuleFiles files;
  private final List<CaseTitle> cases;

  private RulePages(RuleBook book, Path rules, Path cases) throws IOException {
    this.book = book;
    this.files = new RuleFiles(rules);
    this.cases = CaseTitle.below(cases);
  }

  /**
   * The pages.
   *
   * @param book the rule book
   * @param rules the folder it was read from
   * @param cases the folder of the test cases
   * @return text by path below the folder they belong in, {@code docs/}
   * @throws IOException when a file cannot be read
   */
  public static Map<String, String> of(RuleBook book, Path rules, Path cases) throws IOException {
    return new RulePages(book, rules, cases).pages();
  }

  /**
   * Writes the pages; a page of a folder that is no more is removed.
   *
   * @param pages what {@link #of} gave
   * @param into the folder they belong in
   * @throws IOException when a file cannot be written
   */
  public static void write(Map<String, String> pages, Path into) throws IOException {
    Path folder = Files.createDirectories(into.resolve("rules"));
    try (Stream<Path> old = Files.list(folder)) {
      for (Path page : old.filter(file -> file.toString().endsWith(".md")).toList()) {
        if (!pages.containsKey("rules/" + page.getFileName())) {
          Files.delete(page);
        }
      }
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(into.resolve(page.getKey()), page.getValue());
    }
  }

  private Map<String, String> pages() throws IOException {
    Map<String, List<Rule>> folders =
        book.rules().stream().collect(groupingBy(Rule::folder, TreeMap::new, toList()));
    Map<String, String> pages = new LinkedHashMap<>();
    List<Map<String, Object>> index = new ArrayList<>();
    for (Map.Entry<String, List<Rule>> folder : folders.entrySet()) {
      Map<String, Object> view = folder(folder.getKey(), folder.getValue());
      index.add(view);
      pages.put("rules/" + folder.getKey() + ".md", fill(FOLDER, view));
    }
    pages.put("rules.md", fill(INDEX, Map.of("folders", index)));
    return pages;
  }

  private static String fill(Mustache template, Map<String, Object> view) {
    StringWriter page = new StringWriter();
    template.execute(page, view);
    return page.toString();
  }

  private Map<String, Object> folder(String name, List<Rule> rules) throws IOException {
    Map<String, List<Rule>> byId =
        rules.stream().collect(groupingBy(Rule::id, TreeMap::new, toList()));
    List<Rule> conventions = byId.getOrDefault(CONVENTION, List.of());
    byId.remove(CONVENTION);
    List<Map<String, Object>> views = new ArrayList<>();
    for (List<Rule> ofId : byId.values()) {
      views.add(rule(ofId));
    }
    return Map.of(
        "folder",
        name,
        "name",
        Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' '),
        "rules",
        views,
        "conventions",
        logic(conventions));
  }

  /** Everything of one id: the rules that infer, those that advise, and the card. */
  private Map<String, Object> rule(List<Rule> rules) throws IOException {
    Rule first = rules.get(0);
    JsonNode card = files.card(first.folder(), first.id());
    String title = card.path("title").asText(first.title());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", first.id());
    view.put("title", title);
    view.put("anchor", anchor(first.id() + " " + title));
    view.put("reserve", first.reserve());
    view.put("logic", logic(rules));
    view.put("hooks", String.join(", ", hooks(first.id())));
    view.put("suppresses", join(rules.stream().flatMap(rule -> rule.suppresses().stream())));
    view.put("evidence", evidence(rules));
    view.put("card", card.isMissingNode() ? List.of() : List.of(card(card)));
    view.put("fires", cases.stream().filter(c -> c.fires().contains(first.id())).toList());
    view.put("silent", cases.stream().filter(c -> c.silent().contains(first.id())).toList());
    return view;
  }

  private List<Map<String, Object>> logic(List<Rule> rules) throws IOException {
    List<Map<String, Object>> logic = new ArrayList<>();
    for (Rule rule : rules) {
      logic.add(Map.of("text", String.join("\n", files.text(rule))));
    }
    return logic;
  }

  private List<String> hooks(String id) {
    return book.services().stream()
        .filter(service -> service.cards().contains(id))
        .map(Service::hook)
        .distinct()
        .toList();
  }

  private List<Map<String, Object>> evidence(List<Rule> rules) {
    return rules.stream()
        .flatMap(rule -> rule.evidence().stream())
        .distinct()
        .map(key -> source(key, book.evidence().get(key)))
        .toList();
  }

  private static Map<String, Object> source(String key, @Nullable Evidence evidence) {
    if (evidence == null) {
      return Map.of("key", key, "citation", "", "grade", "");
    }
    String address = evidence.url().map(url -> " <" + url + ">").orElse("");
    return Map.of("key", key, "citation", evidence.citation() + address, "grade", evidence.grade());
  }

  private static Map<String, Object> card(JsonNode card) {
    return Map.of(
        "summary",
        card.path("summary").asText(),
        "detail",
        texts(card.path("detail")),
        "suggestions",
        nodes(card.path("suggestions")).map(entry -> entry.path("label").asText()).toList(),
        "overrideReasons",
        String.join(", ", texts(card.path("overrideReasons"))),
        "checks",
        String.join(", ", texts(card.path("checks"))));
  }

  private static List<String> texts(JsonNode list) {
    return nodes(list).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> nodes(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static String join(Stream<String> words) {
    return String.join(", ", words.distinct().toList());
  }

  /** As GitHub makes it from a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-');
  }
}
