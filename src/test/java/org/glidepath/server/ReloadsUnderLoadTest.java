package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glidepath.rulebook.RuleBookReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole rule book changes two hundred times in a row while calls go on. Takes minutes, so the
 * build leaves it out; {@code docs/operations.md} says how to run it. Its figures are printed.
 */
@Tag("long")
class ReloadsUnderLoadTest {

  private static final int RELOADS = Integer.getInteger("glidepath.reloads", 200);

  /** After so many, everything that is loaded once has been. */
  private static final int SETTLED = RELOADS / 5;

  private static final List<String> FILES =
      List.of(
          "rules/flumazenil/flumazenil.drl",
          "rules/taper/pace.drl",
          "rules/special-populations/conventions.drl",
          "rules/withdrawal-risk/risk-class.drl",
          "rules/flumazenil/FL-001.en.yaml");

  @TempDir private Path folder;
  private final AtomicBoolean going = new AtomicBoolean(true);
  private final AtomicInteger calls = new AtomicInteger();
  private final List<String> failures = new ArrayList<>();

  /** What the process holds after a collection. */
  private record Memory(int classes, long heapMb, long metaspaceMb) {}

  @Test
  void no_call_fails_and_nothing_is_left_behind() throws Exception {
    copy(Path.of("rules"));
    copy(Path.of("fhir-profiles/valuesets"));
    RuleBookReader reader =
        new RuleBookReader(
            folder.resolve("rules"), folder.resolve("fhir-profiles"), Optional.empty());
    try (RunningService service = RunningService.of(reader.read())) {
      service.follow(reader);
      List<Thread> clients = IntStream.range(0, 2).mapToObj(i -> client(service)).toList();
      List<Long> took = new ArrayList<>();
      Memory settled = memory();
      for (int i = 0; i < RELOADS; i++) {
        took.add(reload(service, i));
        settled = i == SETTLED ? memory() : settled;
      }
      going.set(false);
      for (Thread client : clients) {
        client.join();
      }
      report(took, settled, memory());
      assertThat(failures).isEmpty();
      assertThat(memory().classes()).isLessThan(settled.classes() + settled.classes() / 20);
    }
  }

  private void report(List<Long> took, Memory settled, Memory end) {
    List<Long> sorted = took.stream().sorted().toList();
    System.out.printf(
        "%d reloads, %d calls, %d failed. Saved to live: first %d ms, median %d ms, 95 %% %d ms, longest %d ms%n"
            + "after %d reloads: %s%nat the end: %s%n",
        took.size(),
        calls.get(),
        failures.size(),
        took.get(0),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 95 / 100),
        sorted.get(sorted.size() - 1),
        SETTLED,
        settled,
        end);
  }

  /** Saves another content of one file and waits until it answers. */
  private long reload(RunningService service, int number) throws Exception {
    String before = version(service);
    Path file = folder.resolve(FILES.get(number % FILES.size()));
    String mark = file.toString().endsWith(".drl") ? "// change" : "# change";
    String text = Files.readString(file).replaceAll("(//|#) change \\d+\n", "");
    // a blank line within a rule, now there and now not: the text for the compiler changes
    String blank =
        text.contains("when\n\n")
            ? text.replace("when\n\n", "when\n")
            : text.replace("when\n", "when\n\n");
    long start = System.nanoTime();
    Files.writeString(file, blank + mark + " " + number + "\n");
    while (version(service).equals(before)) {
      Thread.sleep(20);
    }
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static String version(RunningService service) {
    return service.get("/health").body().path("ruleBook").asText();
  }

  private Thread client(RunningService service) {
    Thread thread = new Thread(() -> callUntilTheEnd(service));
    thread.start();
    return thread;
  }

  private void callUntilTheEnd(RunningService service) {
    HookCall call = HookCall.flumazenil();
    while (going.get()) {
      try {
        RunningService.Response response = service.orderSign(call);
        if (response.status() != 200 || !response.rules().contains("FL-001")) {
          fail(response.status() + " " + response.text());
        }
        Thread.sleep(10);
      } catch (RuntimeException | InterruptedException e) {
        fail(e.toString());
      }
      calls.incrementAndGet();
    }
  }

  private synchronized void fail(String how) {
    failures.add(how);
  }

  private static Memory memory() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(200);
    }
    long metaspace =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .mapToLong(pool -> pool.getUsage().getUsed())
            .sum();
    return new Memory(
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
        metaspace >> 20);
  }

  private void copy(Path source) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
