package org.glidepath.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBooks;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of {@code test-cases/}, each a test of its own. */
class TestCasesTest {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  @TestFactory
  Stream<DynamicTest> every_case_comes_out_as_it_expects() throws RuleBookException {
    Replay replay = new Replay(RuleBooks.load(Path.of("rules")), AT);
    List<Path> cases = Replay.find(List.of(Path.of("test-cases")), Optional.empty());
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    Path.of("test-cases").relativize(entry).toString(),
                    entry.resolve(TestCaseReader.CASE_FILE).toUri(),
                    () -> {
                      assertThat(replay.run(entry).differences()).isEmpty();
                      assertThat(entry.resolve(Baseline.FILE)).exists();
                    }));
  }
}
