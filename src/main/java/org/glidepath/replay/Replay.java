package org.glidepath.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glidepath.cdshooks.Answer;
import org.glidepath.cdshooks.CdsService;
import org.glidepath.cdshooks.FetchResult;
import org.glidepath.cdshooks.FhirAccess;
import org.glidepath.explanation.Explainer;
import org.glidepath.explanation.Shortfall;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.Service;

/**
 * Answers test cases, recorded requests and records of patients with one rule book, offline. Safe
 * for use by several threads.
 *
 * <p>A test case is a folder with {@code case.yaml} and {@code bundle.json}. Any other JSON file is
 * a recorded request or, where it is a FHIR bundle, the record of a patient; beside {@code
 * call.json}, a file {@code call.expected.json} holds the response that it has to get, and without
 * one every answer but a failure will do.
 */
public final class Replay {

  private final RuleBook ruleBook;
  private final Explainer explainer;
  private final CdsService service;
  private final Map<Set<String>, CdsService> services = new ConcurrentHashMap<>();
  private final TestCaseReader reader;
  private final Instant requestsAt;

  /**
   * A replay.
   *
   * @param ruleBook what answers
   * @param requestsAt the evaluation time of recorded requests; a test case has its own
   */
  public Replay(RuleBook ruleBook, Instant requestsAt) {
    this(
        ruleBook,
        requestsAt,
        new TestCaseReader(ruleBook),
        new CdsService(ruleBook, Replay::fetchNothing));
  }

  private Replay(RuleBook ruleBook, Instant requestsAt, TestCaseReader reader, CdsService service) {
    this.ruleBook = ruleBook;
    this.service = service;
    this.explainer = new Explainer(ruleBook);
    this.reader = reader;
    this.requestsAt = requestsAt;
  }

  /** The same cases answered with another rule book, though it may not know all they speak of. */
  Replay with(RuleBook other) {
    return new Replay(other, requestsAt, reader, service.with(other));
  }

  /** The services with these reserve rules switched on. */
  private CdsService enabling(Set<String> enabled) {
    return services.computeIfAbsent(enabled, ids -> service.with(ruleBook.enabling(ids)));
  }

  private Set<String> enabled(Set<String> reserveRules) {
    Set<String> enabled = new HashSet<>(ruleBook.enabled());
    enabled.addAll(reserveRules);
    return enabled;
  }

  private static Map<String, FetchResult> fetchNothing(
      FhirAccess access, Map<String, String> queries) {
    return queries.keySet().stream()
        .collect(
            Collectors.toMap(
                key -> key, key -> new FetchResult.Failed("nothing is fetched in a replay")));
  }

  /** Explains what this replay answered. */
  public Explainer explainer() {
    return explainer;
  }

  /**
   * The cases and requests below these paths, in the order of their names.
   *
   * @param paths folders, or single requests
   * @param only a pattern for the name of a folder or request ({@code fl-*}); empty for all
   * @throws ReplayException where a path does not exist
   */
  public static List<Path> find(List<Path> paths, Optional<String> only) {
    PathMatcher matcher = matcher(only.orElse("*"));
    Set<Path> found = new LinkedHashSet<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new ReplayException(path + ": there is no such file or folder");
      }
      try (Stream<Path> below = Files.walk(path)) {
        below.sorted().forEach(file -> entry(file).ifPresent(found::add));
      } catch (IOException e) {
        throw new ReplayException(path + ": cannot be read");
      }
    }
    return found.stream().filter(entry -> matches(matcher, entry)).toList();
  }

  private static PathMatcher matcher(String only) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + only);
    } catch (PatternSyntaxException e) {
      throw new ReplayException("--only %s is no pattern; write fl-* or *-65".formatted(only));
    }
  }

  private static boolean matches(PathMatcher matcher, Path entry) {
    Path name = entry.getFileName();
    return matcher.matches(entry) || (name != null && matcher.matches(name));
  }

  /** Whether a folder was meant to be a case, and its case.yaml is missing or misnamed. */
  private static boolean lacksCase(Path folder) {
    return !Files.exists(folder.resolve(TestCaseReader.CASE_FILE))
        && Stream.of(Baseline.FILE, "case.yml", "case.yaml.txt", "Case.yaml")
            .anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  /** The case or request that a file stands for. */
  private static Optional<Path> entry(Path file) {
    String name = String.valueOf(file.getFileName());
    Path folder = file.toAbsolutePath().getParent();
    if (name.equals(TestCaseReader.CASE_FILE)) {
      return Optional.ofNullable(file.getParent());
    }
    boolean part = name.equals(TestCaseReader.BUNDLE_FILE) || name.equals(Baseline.FILE);
    if (part && folder != null && lacksCase(folder)) {
      return Optional.ofNullable(file.getParent());
    }
    boolean ofCase = folder != null && Files.exists(folder.resolve(TestCaseReader.CASE_FILE));
    boolean request =
        name.endsWith(".json") && !name.endsWith(Recorded.EXPECTED_RESPONSE) && !ofCase;
    return request ? Optional.of(file) : Optional.empty();
  }

  /**
   * Runs each entry, and tells of each result, in the order of the entries, as soon as it is there.
   *
   * @param jobs how many run at the same time
   */
  public List<Result> run(List<Path> entries, int jobs, Consumer<Result> told) {
    return Parallel.map(entries, jobs, this::run, told);
  }

  /** Runs a case, a recorded request or the record of a patient. */
  public Result run(Path entry) {
    try {
      return Files.isDirectory(entry) ? runCase(reader.read(entry), entry) : runFile(entry);
    } catch (ReplayException e) {
      return Result.cannotRun(entry, name(entry), String.valueOf(e.getMessage()));
    }
  }

  /** Whether an entry comes out as expected, without a word why where it does not. */
  boolean meets(Path entry) {
    if (!Files.isDirectory(entry)) {
      return run(entry).passed();
    }
    try {
      TestCase testCase = reader.read(entry);
      Answer answer = ask(testCase, enabled(testCase.enable())).answer();
      return differences(entry, testCase, answer).isEmpty();
    } catch (ReplayException e) {
      return false;
    }
  }

  /** Ids of the reserve rules that are switched on when an entry is run. */
  Set<String> enabledFor(Path entry) {
    return enabled(Files.isDirectory(entry) ? reader.read(entry).enable() : Set.of());
  }

  /** What a case expects; empty for what is no case, and for a case that cannot be read. */
  Optional<Expectation> expectation(Path entry) {
    try {
      return Files.isDirectory(entry)
          ? Optional.of(reader.read(entry).expected())
          : Optional.empty();
    } catch (ReplayException e) {
      return Optional.empty();
    }
  }

  /** An answer, and how long it took. */
  private record Asked(JsonNode request, Answer answer, double milliseconds) {}

  private Result runCase(TestCase testCase, Path folder) {
    Set<String> enabled = enabled(testCase.enable());
    Asked asked = ask(testCase, enabled);
    List<String> differences = differences(folder, testCase, asked.answer());
    List<Shortfall> shortfalls =
        differences.isEmpty() ? List.of() : shortfalls(testCase, asked.answer(), enabled);
    return result(
        folder, testCase.title(), testCase.why(), asked, differences, shortfalls, enabled);
  }

  private static List<String> differences(Path folder, TestCase testCase, Answer answer) {
    List<String> differences = new ArrayList<>(Comparison.of(testCase.expected(), answer));
    differences.addAll(Baseline.differences(folder, answer));
    return differences;
  }

  /** Makes the call that an EHR with this record would make. */
  private Asked ask(TestCase testCase, Set<String> enabled) {
    Service addressed =
        ruleBook.services().stream()
            .filter(one -> one.hook().equals(testCase.hook()))
            .findFirst()
            .orElseThrow(
                () -> new ReplayException("no service answers the hook " + testCase.hook()));
    JsonNode request = CaseRequest.of(testCase, addressed);
    byte[] body = request.toString().getBytes(StandardCharsets.UTF_8);
    long start = System.nanoTime();
    Answer answer = enabling(enabled).call(addressed.id(), body, testCase.at());
    return new Asked(request, answer, milliseconds(start));
  }

  private List<Shortfall> shortfalls(TestCase testCase, Answer answer, Set<String> enabled) {
    Explainer explaining = explainer.enabling(enabled);
    return answer.explanation().stream()
        .flatMap(
            why ->
                testCase.expected().fires().stream()
                    .flatMap(id -> explaining.whyNot(id, why.decision()).stream()))
        .toList();
  }

  private Result runFile(Path file) {
    Recorded recorded = Recorded.read(file);
    Set<String> enabled = enabled(Set.of());
    boolean record = recorded.isBundle();
    Asked asked = record ? askRecord(file, recorded, enabled) : askAgain(recorded, enabled);
    String title =
        record ? "Record of a patient, asked with " + recorded.hook() : "Recorded request";
    return result(
        file,
        "%s, answered %d".formatted(title, asked.answer().status()),
        "",
        asked,
        recorded.differences(asked.answer()),
        List.of(),
        enabled);
  }

  private Asked askRecord(Path file, Recorded recorded, Set<String> enabled) {
    JsonNode bundle = recorded.tree().orElseThrow();
    return ask(TestCase.ofRecord(name(file), requestsAt, recorded.hook(), bundle), enabled);
  }

  private Asked askAgain(Recorded recorded, Set<String> enabled) {
    long start = System.nanoTime();
    Answer answer = enabling(enabled).call(recorded.content(), requestsAt);
    return new Asked(
        recorded.tree().orElse(MissingNode.getInstance()), answer, milliseconds(start));
  }

  private static Result result(
      Path entry,
      String title,
      String why,
      Asked asked,
      List<String> differences,
      List<Shortfall> shortfalls,
      Set<String> enabled) {
    return new Result(
        entry,
        name(entry),
        title,
        why,
        Optional.of(asked.request()),
        Optional.of(asked.answer()),
        differences,
        shortfalls,
        enabled,
        asked.milliseconds());
  }

  private static double milliseconds(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static String name(Path path) {
    return path.toString().replace('\\', '/');
  }
}
