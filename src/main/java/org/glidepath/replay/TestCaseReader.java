package org.glidepath.replay;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.glidepath.replay.Expectation.ExpectedCard;
import org.glidepath.rulebook.CardText;
import org.glidepath.rulebook.PrefetchKey;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.Service;
import org.glidepath.rulebook.drl.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads test cases, and refuses those that name what the rule book does not have. */
final class TestCaseReader {

  static final String CASE_FILE = "case.yaml";
  static final String BUNDLE_FILE = "bundle.json";

  private static final List<String> INDICATORS = List.of("info", "warning", "critical");

  private static final ObjectReader YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .build()
          .reader();

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .reader();

  private final RuleBook ruleBook;

  TestCaseReader(RuleBook ruleBook) {
    this.ruleBook = ruleBook;
  }

  /** {@code case.yaml} as it is written. */
  private record CaseFile(
      @Nullable String title,
      @Nullable String why,
      @Nullable String at,
      @Nullable String hook,
      @Nullable List<String> draftOrders,
      @Nullable List<String> selections,
      @Nullable List<String> missing,
      @Nullable List<String> enable,
      @Nullable ExpectFile expect) {}

  private record ExpectFile(
      @Nullable List<String> fires,
      @Nullable List<String> silent,
      @Nullable Map<String, List<String>> inferred,
      @Nullable List<CardFile> cards) {}

  private record CardFile(
      @Nullable String rule, @Nullable String indicator, @Nullable List<String> contains) {}

  /**
   * Reads the test case of a folder.
   *
   * @throws ReplayException with {@code file:line:column: error: message}
   */
  TestCase read(Path folder) throws ReplayException {
    Path file = folder.resolve(CASE_FILE);
    CaseFile written = parse(file, YAML, CaseFile.class);
    ExpectFile expect =
        Optional.ofNullable(written.expect)
            .orElseThrow(
                () -> CaseProblem.in(file, "expect is missing: what has to come of this case?"));
    Expectation expected =
        new Expectation(
            ruleIds(file, "fires", expect.fires),
            ruleIds(file, "silent", expect.silent),
            orEmpty(expect.inferred).entrySet().stream()
                .collect(
                    toMap(
                        entry -> factType(file, entry.getKey()),
                        entry -> List.copyOf(entry.getValue()))),
            orEmpty(expect.cards).stream().map(card -> card(file, card)).toList());
    if (expected.empty()) {
      throw CaseProblem.at(file, "expect", "expect names nothing, so the case could never fail");
    }
    Set<String> enable = reserveRules(file, orEmpty(written.enable));
    expected.rules().forEach(id -> requireEnabled(file, id, enable));
    return new TestCase(
        folder.toString(),
        required(file, "title", written.title),
        Optional.ofNullable(written.why).orElse(""),
        instant(file, required(file, "at", written.at)),
        hook(file, required(file, "hook", written.hook)),
        Optional.ofNullable(written.draftOrders),
        Optional.ofNullable(written.selections),
        keys(file, orEmpty(written.missing)),
        enable,
        expected,
        parse(folder.resolve(BUNDLE_FILE), JSON, JsonNode.class));
  }

  private static <T> T parse(Path file, ObjectReader reader, Class<T> type) throws ReplayException {
    try {
      T value = reader.readValue(Files.readAllBytes(file), type);
      if (value == null) {
        throw CaseProblem.in(file, "the file is empty");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw CaseProblem.of(file, e);
    } catch (NoSuchFileException e) {
      throw CaseProblem.in(
          file, "this file is missing; a test case is a folder with case.yaml and bundle.json");
    } catch (IOException e) {
      throw CaseProblem.in(file, "the file cannot be read");
    }
  }

  private List<String> ruleIds(Path file, String member, @Nullable List<String> ids) {
    List<String> written = orEmpty(ids);
    written.forEach(id -> requireRule(file, member, id));
    return written;
  }

  private void requireRule(Path file, String member, String id) {
    CardText text = ruleBook.cards().get(id);
    if (text == null) {
      throw CaseProblem.at(
          file,
          id,
          CaseProblem.unknown(
              member + " names %s, which gives no advice in this rule book",
              id,
              "Rules",
              new TreeSet<>(ruleBook.cards().keySet())));
    }
  }

  private Set<String> reserveRules(Path file, List<String> ids) {
    for (String id : ids) {
      if (!ruleBook.reserve().contains(id)) {
        throw CaseProblem.at(
            file,
            id,
            CaseProblem.unknown(
                "enable names %s, which is not in reserve",
                id, "Reserve rules", new TreeSet<>(ruleBook.reserve())));
      }
    }
    return Set.copyOf(ids);
  }

  /** A rule that is off is silent whatever the patient has; a case about it would prove nothing. */
  private void requireEnabled(Path file, String id, Set<String> enable) {
    boolean off = ruleBook.reserve().contains(id) && !ruleBook.enabled().contains(id);
    if (off && !enable.contains(id)) {
      throw CaseProblem.at(
          file, id, "expect names %1$s, a rule in reserve; write enable: [%1$s]".formatted(id));
    }
  }

  /** A type that no rule knows would be inferred by none, and {@code []} would hold for ever. */
  private static String factType(Path file, String name) {
    List<String> known = Vocabulary.types().stream().map(Class::getSimpleName).toList();
    if (!known.contains(name)) {
      throw CaseProblem.at(
          file,
          name,
          CaseProblem.unknown("inferred names %s, which is no fact", name, "Facts", known));
    }
    if (Vocabulary.named(name).filter(Vocabulary::concluded).isEmpty()) {
      throw CaseProblem.at(
          file,
          name,
          "inferred names %s, which is read and not concluded by a rule".formatted(name));
    }
    return name;
  }

  private ExpectedCard card(Path file, CardFile card) {
    String rule = required(file, "cards[].rule", card.rule);
    requireRule(file, "cards", rule);
    if (card.indicator != null && !INDICATORS.contains(card.indicator)) {
      throw CaseProblem.at(
          file,
          card.indicator,
          CaseProblem.unknown("a card is never \"%s\"", card.indicator, "Indicators", INDICATORS));
    }
    return new ExpectedCard(rule, Optional.ofNullable(card.indicator), orEmpty(card.contains));
  }

  private String hook(Path file, String hook) {
    List<String> hooks = ruleBook.services().stream().map(Service::hook).toList();
    if (!hooks.contains(hook)) {
      throw CaseProblem.at(
          file, hook, CaseProblem.unknown("no service answers the hook %s", hook, "Hooks", hooks));
    }
    return hook;
  }

  private static Instant instant(Path file, String at) {
    try {
      return Instant.parse(at);
    } catch (DateTimeParseException e) {
      throw CaseProblem.at(
          file, at, "at is \"%s\"; expected an instant as 2026-03-01T10:00:00Z".formatted(at));
    }
  }

  private static Set<String> keys(Path file, List<String> keys) {
    for (String key : keys) {
      if (PrefetchKey.named(key).isEmpty()) {
        throw CaseProblem.at(
            file,
            key,
            CaseProblem.unknown(
                "missing names the prefetch key %s", key, "Keys", PrefetchKey.all()));
      }
    }
    return Set.copyOf(keys);
  }

  private static String required(Path file, String member, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw CaseProblem.in(file, member + " is missing");
    }
    return value;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
    return map == null ? Map.of() : map;
  }
}
