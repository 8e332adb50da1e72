package org.glidepath.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.glidepath.fhir.Chart;
import org.glidepath.fhir.ChartInput;
import org.glidepath.fhir.ChartReader;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBooks;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to read a patient's resources into facts, warm. The patient is one of Synthea's,
 * with decades of visits and a long-running benzodiazepine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Ddrools.parallelRulesBuildThreshold=-1",
      "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"
    })
public class ReadingBenchmark {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final int PREFETCHED = 400;

  /** What the service asks an EHR for, beside the one encounter that goes on. */
  private static final Set<String> ASKED_FOR =
      Set.of(
          "Patient",
          "MedicationStatement",
          "MedicationRequest",
          "MedicationDispense",
          "MedicationAdministration",
          "Condition",
          "Observation",
          "AllergyIntolerance",
          "Procedure",
          "ServiceRequest");

  private ChartReader reader;
  private byte[] bundle;
  private ChartInput everything;
  private ChartInput prefetch;

  /** Loads the rule book and the patient. */
  @Setup
  public void load() throws IOException, RuleBookException {
    RuleBook book = RuleBooks.load(Path.of("rules"));
    reader = new ChartReader(book.valueSets(), book.drugs());
    try (InputStream file = Files.newInputStream(Path.of("bench/data/synthea.json.gz"))) {
      bundle = new GZIPInputStream(file).readAllBytes();
    }
    List<JsonNode> all = new ArrayList<>();
    json().path("entry").forEach(entry -> all.add(entry.path("resource")));
    List<JsonNode> asked = all.stream().filter(one -> ASKED_FOR.contains(type(one))).toList();
    List<JsonNode> prefetched = new ArrayList<>(asked);
    all.stream()
        .filter(one -> type(one).equals("Encounter"))
        .reduce((earlier, later) -> later)
        .ifPresent(prefetched::add);
    for (int i = 0; prefetched.size() < PREFETCHED; i++) {
      prefetched.add(again(asked.get(asked.size() - 1 - i)));
    }
    everything = input(all);
    prefetch = input(prefetched);
    int bytes = prefetched.stream().mapToInt(one -> one.toString().length()).sum();
    System.out.printf(
        "%n# %d resources, %d kB; prefetch of %d resources, %d kB%n",
        all.size(), bundle.length / 1000, prefetched.size(), bytes / 1000);
  }

  private static String type(JsonNode resource) {
    return resource.path("resourceType").asText();
  }

  /** The same resource under another id. */
  private static JsonNode again(JsonNode resource) {
    ObjectNode copy = resource.deepCopy();
    return copy.put("id", resource.path("id").asText() + "-2");
  }

  private static ChartInput input(List<JsonNode> resources) {
    String patient =
        resources.stream()
            .filter(one -> type(one).equals("Patient"))
            .map(one -> one.path("id").asText())
            .findFirst()
            .orElseThrow();
    return new ChartInput(patient, resources, List.of(), Set.of(), false);
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(bundle);
  }

  /** A prefetch of 400 resources that were asked for, from JSON trees to facts. */
  @Benchmark
  public Chart prefetchOf400Resources() {
    return reader.read(prefetch, AT);
  }

  /** A whole record, claims and all, from JSON trees to facts. */
  @Benchmark
  public Chart recordOf2Megabytes() {
    return reader.read(everything, AT);
  }

  /** For comparison: the same record from bytes to JSON trees. */
  @Benchmark
  public JsonNode jsonOf2Megabytes() throws IOException {
    return json();
  }
}
