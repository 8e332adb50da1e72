package org.glidepath.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.cdshooks.Explanation;
import org.glidepath.decision.Decision;
import org.glidepath.facts.Fact;
import org.glidepath.facts.PatientAge;
import org.junit.jupiter.api.Test;

class SentCardsTest {

  private static final Instant SENT = Instant.parse("2026-03-01T10:00:00Z");

  /** A clock that is set by hand. */
  private static final class Hand extends Clock {
    private Instant now = SENT;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Hand clock = new Hand();
  private final SentCards cards = new SentCards(clock);

  private static JsonNode card(String uuid) {
    return JsonNodeFactory.instance
        .arrayNode()
        .add(JsonNodeFactory.instance.objectNode().put("uuid", uuid));
  }

  private static Explanation of(int facts) {
    List<Fact> known = Collections.nCopies(facts, new PatientAge(70, 70, List.of()));
    Decision decision = new Decision("book", SENT, known, List.of(), List.of(), Optional.empty());
    return new Explanation(decision, Set.of(), List.of(), List.of());
  }

  @Test
  void a_reason_is_kept_for_thirty_days() {
    cards.keep(card("a"), of(10));
    clock.now = SENT.plus(Duration.ofDays(30)).minusSeconds(1);
    assertThat(cards.of("a")).isPresent();
    clock.now = SENT.plus(Duration.ofDays(30)).plusSeconds(1);
    assertThat(cards.of("a")).isEmpty();
  }

  @Test
  void what_is_kept_has_a_bound() {
    for (int i = 0; i < 50; i++) {
      cards.keep(card("card-" + i), of(10_000));
    }
    long kept =
        java.util.stream.IntStream.range(0, 50)
            .filter(i -> cards.of("card-" + i).isPresent())
            .count();
    assertThat(kept).isLessThan(10);
  }

  @Test
  void what_was_never_sent_has_no_reason() {
    assertThat(cards.of("b")).isEmpty();
  }
}
