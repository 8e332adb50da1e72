package org.glidepath.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glidepath.cdshooks.Answer;
import org.glidepath.cdshooks.CdsService;
import org.glidepath.cdshooks.FetchResult;
import org.glidepath.cdshooks.FhirAccess;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.Service;

/**
 * Answers test cases and recorded requests with one rule book, offline.
 *
 * <p>A test case is a folder with {@code case.yaml} and {@code bundle.json}. A recorded request is
 * any other JSON file; beside {@code call.json}, a file {@code call.expected.json} holds the
 * response that it has to get, and without one every answer but a failure will do.
 */
public final class Replay {

  private static final String EXPECTED_RESPONSE = ".expected.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final RuleBook ruleBook;
  private final Map<Set<String>, CdsService> services = new HashMap<>();
  private final TestCaseReader reader;
  private final Instant requestsAt;

  /**
   * A replay.
   *
   * @param ruleBook what answers
   * @param requestsAt the evaluation time of recorded requests; a test case has its own
   */
  public Replay(RuleBook ruleBook, Instant requestsAt) {
    this.ruleBook = ruleBook;
    this.reader = new TestCaseReader(ruleBook);
    this.requestsAt = requestsAt;
  }

  /** The services with these reserve rules beside those that the rule book enables. */
  private CdsService enabling(Set<String> reserveRules) {
    Set<String> enabled = new HashSet<>(ruleBook.enabled());
    enabled.addAll(reserveRules);
    return services.computeIfAbsent(
        enabled, ids -> new CdsService(ruleBook.enabling(ids), Replay::fetchNothing));
  }

  private static Map<String, FetchResult> fetchNothing(
      FhirAccess access, Map<String, String> queries) {
    return queries.keySet().stream()
        .collect(
            Collectors.toMap(
                key -> key, key -> new FetchResult.Failed("nothing is fetched in a replay")));
  }

  /**
   * The cases and requests below these paths, in the order of their names.
   *
   * @param paths folders, or single requests
   * @param only a pattern for the name of a folder or request ({@code fl-*}); empty for all
   * @throws ReplayException where a path does not exist
   */
  public static List<Path> find(List<Path> paths, Optional<String> only) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + only.orElse("*"));
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

  private static boolean matches(PathMatcher matcher, Path entry) {
    Path name = entry.getFileName();
    return matcher.matches(entry) || (name != null && matcher.matches(name));
  }

  /** The case or request that a file stands for. */
  private static Optional<Path> entry(Path file) {
    String name = String.valueOf(file.getFileName());
    Path folder = file.toAbsolutePath().getParent();
    if (name.equals(TestCaseReader.CASE_FILE)) {
      return Optional.ofNullable(file.getParent());
    }
    boolean ofCase = folder != null && Files.exists(folder.resolve(TestCaseReader.CASE_FILE));
    boolean request = name.endsWith(".json") && !name.endsWith(EXPECTED_RESPONSE) && !ofCase;
    return request ? Optional.of(file) : Optional.empty();
  }

  /** Runs each entry, and tells of each result as soon as it is there. */
  public List<Result> run(List<Path> entries, Consumer<Result> told) {
    List<Result> results = new ArrayList<>();
    for (Path entry : entries) {
      Result result = run(entry);
      results.add(result);
      told.accept(result);
    }
    return results;
  }

  /** Runs a case or a recorded request. */
  public Result run(Path entry) {
    try {
      return Files.isDirectory(entry) ? runCase(entry) : runRequest(entry);
    } catch (ReplayException e) {
      return new Result(
          name(entry),
          "cannot be run",
          "",
          Optional.empty(),
          Optional.empty(),
          List.of(String.valueOf(e.getMessage())),
          0);
    }
  }

  /** Ids of the reserve rules that are switched on when an entry is run. */
  Set<String> enabledFor(Path entry) {
    Set<String> enabled = new HashSet<>(ruleBook.enabled());
    if (Files.isDirectory(entry)) {
      enabled.addAll(reader.read(entry).enable());
    }
    return enabled;
  }

  private Result runCase(Path folder) {
    TestCase testCase = reader.read(folder);
    Service addressed =
        ruleBook.services().stream()
            .filter(one -> one.hook().equals(testCase.hook()))
            .findFirst()
            .orElseThrow();
    JsonNode request = CaseRequest.of(testCase, addressed);
    CdsService service = enabling(testCase.enable());
    long start = System.nanoTime();
    Answer answer =
        service.call(
            addressed.id(), request.toString().getBytes(StandardCharsets.UTF_8), testCase.at());
    double milliseconds = (System.nanoTime() - start) / 1e6;
    return new Result(
        name(folder),
        testCase.title(),
        testCase.why(),
        Optional.of(request),
        Optional.of(answer),
        Comparison.of(testCase.expected(), answer),
        milliseconds);
  }

  private Result runRequest(Path file) {
    byte[] body = read(file);
    CdsService service = enabling(Set.of());
    long start = System.nanoTime();
    Answer answer = service.call(body, requestsAt);
    double milliseconds = (System.nanoTime() - start) / 1e6;
    return new Result(
        name(file),
        "Recorded request, answered " + answer.status(),
        "",
        tree(body),
        Optional.of(answer),
        differences(file, answer),
        milliseconds);
  }

  private static List<String> differences(Path file, Answer answer) {
    Path expected =
        file.resolveSibling(name(file.getFileName()).replaceAll("\\.json$", EXPECTED_RESPONSE));
    if (Files.exists(expected)) {
      return tree(read(expected))
          .map(response -> ResponseDifference.between(response, answer.body()))
          .orElse(List.of(expected + " is not JSON"));
    }
    return answer.status() < 500
        ? List.of()
        : List.of("the service failed with status " + answer.status());
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ReplayException(file + ":1:1: error: the file cannot be read");
    }
  }

  private static Optional<JsonNode> tree(byte[] body) {
    try {
      return Optional.of(JSON.readTree(body));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String name(Path path) {
    return path.toString().replace('\\', '/');
  }
}
