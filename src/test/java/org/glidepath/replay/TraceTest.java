package org.glidepath.replay;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glidepath.decision.Decision;
import org.glidepath.facts.Fact;
import org.glidepath.facts.Source;
import org.glidepath.fhir.Chart;
import org.glidepath.fhir.ChartInput;
import org.glidepath.fhir.ChartReader;
import org.glidepath.pharmacology.BenzodiazepineUse;
import org.glidepath.pharmacology.Plans;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBooks;
import org.glidepath.rulebook.Service;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every fact names the resource and the element that it came from, and there is something at that
 * place in the request: of what is read, in every test case; of what the rules infer, which takes
 * its sources from what they matched, in as many cases as show each type of fact.
 */
class TraceTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final Path FACTS = Path.of("src/main/java/org/glidepath/facts");

  /** What rests on nothing that was sent: on the call itself, or on what the record lacks. */
  private static final Set<String> OF_NO_RESOURCE =
      Set.of("NoBehaviouralTherapy", "NoNaloxone", "NotChecked", "Occasion");

  private static final Set<String> seen = new TreeSet<>();
  private static final Set<String> traceless = new TreeSet<>();
  private static final Set<String> leadingNowhere = new TreeSet<>();

  @BeforeAll
  static void trace() throws RuleBookException, IOException {
    RuleBook book =
        RuleBooks.load(Path.of("rules"), Path.of("fhir-profiles"), Path.of("target/kept-rules"));
    List<Path> cases =
        Replay.find(List.of(Path.of("test-cases")), Optional.empty()).stream()
            .filter(Files::isDirectory)
            .toList();
    read(cases, book);
    decide(cases, new Replay(book, AT));
  }

  private static void read(List<Path> cases, RuleBook book) {
    TestCaseReader caseReader = new TestCaseReader(book);
    ChartReader chartReader = new ChartReader(book.valueSets(), book.drugs());
    for (Path folder : cases) {
      TestCase testCase = caseReader.read(folder);
      Service service =
          book.services().stream()
              .filter(one -> one.hook().equals(testCase.hook()))
              .findFirst()
              .orElseThrow();
      JsonNode request = CaseRequest.of(testCase, service);
      Map<String, JsonNode> drafts = resources(request.path("context"));
      Map<String, JsonNode> record = resources(request.path("prefetch"));
      Chart chart =
          chartReader.read(
              new ChartInput(
                  request.at("/context/patientId").asText(),
                  List.copyOf(record.values()),
                  List.copyOf(drafts.values()),
                  Set.of(),
                  false),
              testCase.at());
      Map<String, JsonNode> sent = new HashMap<>(record);
      sent.putAll(drafts);
      facts(chart, testCase.at(), book).forEach(fact -> check(fact, sent));
    }
  }

  private static List<Fact> facts(Chart chart, Instant at, RuleBook book) {
    LocalDate today = at.atOffset(ZoneOffset.UTC).toLocalDate();
    List<Fact> use =
        BenzodiazepineUse.facts(chart.recorded(), chart.drafts(), book.conventions(), today);
    List<Fact> plans =
        Plans.facts(use, chart.recorded(), chart.drafts(), book.drugs(), book.conventions(), today);
    return Stream.of(chart.facts(), use, plans).flatMap(List::stream).toList();
  }

  /** Asks the rules until each type of fact was seen; first where its baseline names a new one. */
  private static void decide(List<Path> cases, Replay replay) throws IOException {
    Set<String> unseen = types();
    unseen.removeAll(seen);
    Set<Path> rest = new LinkedHashSet<>(cases);
    for (Path folder : cases) {
      Set<String> named = baselineTypes(folder);
      if (unseen.stream().anyMatch(named::contains)) {
        decide(folder, replay);
        unseen.removeAll(seen);
        rest.remove(folder);
      }
    }
    for (Path folder : rest) {
      if (unseen.isEmpty()) {
        return;
      }
      decide(folder, replay);
      unseen.removeAll(seen);
    }
  }

  /** The first word of each line. */
  private static Set<String> baselineTypes(Path folder) throws IOException {
    Path baseline = folder.resolve("baseline.txt");
    if (!Files.exists(baseline)) {
      return Set.of();
    }
    return Files.readAllLines(baseline).stream()
        .map(line -> line.replaceFirst(" .*", ""))
        .collect(toCollection(TreeSet::new));
  }

  private static void decide(Path folder, Replay replay) {
    Result result = replay.run(folder);
    Map<String, JsonNode> sent = resources(result.request().orElseThrow());
    Decision decision = result.answer().orElseThrow().explanation().orElseThrow().decision();
    decision.known().forEach(fact -> check(fact, sent));
  }

  private static void check(Fact fact, Map<String, JsonNode> sent) {
    String type = fact.getClass().getSimpleName();
    seen.add(type);
    if (fact.sources().isEmpty()) {
      traceless.add(type);
    }
    for (Source source : fact.sources()) {
      JsonNode there = at(sent.get(source.reference()), source.element());
      if (source.element().isEmpty() || there == null || there.isMissingNode()) {
        leadingNowhere.add(type + ": " + source);
      }
    }
  }

  @Test
  void every_fact_names_a_resource() {
    assertThat(traceless).isSubsetOf(OF_NO_RESOURCE);
  }

  @Test
  void the_element_that_a_fact_names_is_in_the_resource_that_it_names() {
    assertThat(leadingNowhere).isEmpty();
  }

  @Test
  void every_type_of_fact_was_traced() throws IOException {
    assertThat(types()).isNotEmpty().isSubsetOf(seen);
  }

  private static Set<String> types() throws IOException {
    try (Stream<Path> files = Files.list(FACTS)) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(TraceTest::isFact)
          .collect(toCollection(TreeSet::new));
    }
  }

  private static boolean isFact(String name) {
    try {
      Class<?> type = Class.forName("org.glidepath.facts." + name);
      return type.isRecord() && Fact.class.isAssignableFrom(type);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static Map<String, JsonNode> resources(JsonNode request) {
    Map<String, JsonNode> found = new HashMap<>();
    for (JsonNode parent : request.findParents("resourceType")) {
      collect(parent, found);
    }
    return found;
  }

  private static void collect(JsonNode node, Map<String, JsonNode> found) {
    String id = node.path("id").asText();
    found.put(node.path("resourceType").asText() + (id.isEmpty() ? "" : "/" + id), node);
    node.path("entry").forEach(entry -> collect(entry.path("resource"), found));
  }

  /** {@code dosage[0].route} in a resource; nothing where it is not there. */
  private static @Nullable JsonNode at(@Nullable JsonNode resource, String element) {
    return resource == null
        ? null
        : resource.at("/" + element.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/'));
  }
}
