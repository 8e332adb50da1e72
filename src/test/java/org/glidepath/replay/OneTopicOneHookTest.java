package org.glidepath.replay;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.glidepath.cdshooks.CdsService;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBooks;
import org.glidepath.rulebook.Service;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who heard of a topic while choosing an order does not hear of it again while signing. */
class OneTopicOneHookTest {

  private static final Path CASES = Path.of("test-cases");

  private static RuleBook ruleBook;
  private static CdsService services;

  /** With the rules in reserve, because a site may switch them on. */
  @BeforeAll
  static void load() throws RuleBookException {
    RuleBook delivered = RuleBooks.load(Path.of("rules"));
    ruleBook = delivered.enabling(delivered.reserve());
    services = new CdsService(ruleBook, (access, queries) -> Map.of());
  }

  @TestFactory
  Stream<DynamicTest> no_topic_speaks_both_while_an_order_is_chosen_and_while_it_is_signed() {
    return Replay.find(List.of(CASES), Optional.empty()).stream()
        .filter(OneTopicOneHookTest::writesOrders)
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    CASES.relativize(entry).toString(),
                    () -> assertThat(heardTwice(entry)).isEmpty()));
  }

  /** Also of a rule in reserve: to enable it is to be all that a site has to do. */
  @Test
  void the_advice_of_each_rule_is_shown_by_some_service() {
    Set<String> shown = new TreeSet<>();
    for (Service service : ruleBook.services()) {
      shown.addAll(service.cards());
      shown.addAll(service.orderCards());
    }
    assertThat(ruleBook.cards().keySet()).isSubsetOf(shown);
  }

  /** Without it the other test would hold for a book that says nothing. */
  @Test
  void both_hooks_speak() {
    Path opioid = CASES.resolve("interactions/ix-001-diazepam-ordered");
    assertThat(topics(opioid, "order-select")).isNotEmpty();
    assertThat(topics(opioid, "order-sign")).contains("IX-001");
  }

  private static Set<String> heardTwice(Path entry) {
    Set<String> topics = topics(entry, "order-select");
    topics.retainAll(topics(entry, "order-sign"));
    return topics;
  }

  private static boolean writesOrders(Path entry) {
    return !request(entry, "order-sign").at("/context/draftOrders/entry").isEmpty();
  }

  /** Ids of the rules whose advice is shown, in a card of their own or in that of another. */
  private static Set<String> topics(Path entry, String hook) {
    byte[] body = request(entry, hook).toString().getBytes(StandardCharsets.UTF_8);
    return services.call(body, new TestCaseReader(ruleBook).read(entry).at()).explanation().stream()
        .flatMap(why -> why.shown().stream())
        .map(advice -> advice.rule().id())
        .collect(toCollection(TreeSet::new));
  }

  private static JsonNode request(Path entry, String hook) {
    TestCase written = new TestCaseReader(ruleBook).read(entry);
    TestCase asked =
        new TestCase(
            written.name(),
            written.title(),
            written.why(),
            written.at(),
            hook,
            written.draftOrders(),
            written.selections(),
            written.missing(),
            written.enable(),
            written.expected(),
            written.bundle());
    Service service =
        ruleBook.services().stream()
            .filter(one -> one.hook().equals(hook))
            .findFirst()
            .orElseThrow();
    return CaseRequest.of(asked, service);
  }
}
