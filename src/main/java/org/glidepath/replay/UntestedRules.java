package org.glidepath.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glidepath.rulebook.Problem;
import org.glidepath.rulebook.Rule;

/** Rules that give advice and that no test case expects to fire. */
public final class UntestedRules {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final int DEEPEST = 8;
  private static final Pattern ID = Pattern.compile("[A-Z]{2}-\\d{3}");

  private UntestedRules() {}

  /**
   * A warning at the first rule of each such id.
   *
   * @param rules the rules of a book
   * @param rulesDir the folder they were read from
   * @param cases the folder of the test cases; where there is none, nothing is said
   */
  public static List<Problem> of(List<Rule> rules, Path rulesDir, Path cases) {
    if (!Files.isDirectory(cases)) {
      return List.of();
    }
    Set<String> told = expected(cases);
    return rules.stream()
        .filter(Rule::advises)
        .filter(rule -> told.add(rule.id()))
        .map(rule -> untested(rule, rulesDir))
        .toList();
  }

  private static Problem untested(Rule rule, Path rulesDir) {
    return Problem.warning(
        rulesDir.resolve(rule.file()).toString(),
        rule.line(),
        1,
        "no test case expects %s to fire; add one below test-cases/%s/%s-..."
            .formatted(rule.id(), rule.folder(), rule.id().toLowerCase(Locale.ROOT)));
  }

  /** In a case that cannot be read, which a replay tells, every id is taken for expected. */
  private static Set<String> expectedIn(Path file) throws IOException {
    Set<String> ids = new TreeSet<>();
    try {
      JsonNode expect = YAML.readTree(file.toFile()).path("expect");
      JsonNode fires = expect.path("fires");
      fires.forEach(id -> ids.add(id.asText()));
      ids.add(fires.asText());
      expect.path("cards").forEach(card -> ids.add(card.path("rule").asText()));
    } catch (JsonProcessingException e) {
      ID.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
          .results()
          .forEach(id -> ids.add(id.group()));
    }
    return ids;
  }

  /** Ids that a case names under {@code fires}, or for a card. */
  private static Set<String> expected(Path cases) {
    Set<String> ids = new TreeSet<>();
    try (Stream<Path> files = Files.walk(cases, DEEPEST)) {
      for (Path file : files.filter(path -> path.endsWith(TestCaseReader.CASE_FILE)).toList()) {
        ids.addAll(expectedIn(file));
      }
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException("a test case below " + cases + " cannot be read", e);
    }
  }
}
