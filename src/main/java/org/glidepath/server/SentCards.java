package org.glidepath.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.glidepath.cdshooks.Explanation;

/**
 * Why each card that was sent was sent, for 30 days. There is no store yet, so it is kept in
 * memory: a busy service forgets the oldest earlier, and a restart forgets all.
 */
final class SentCards {

  private static final Duration KEPT = Duration.ofDays(30);

  /** Facts of all kept answers together: some 1,500 answers of 30 facts each, 30 MB of heap. */
  private static final long MOST_FACTS = 50_000;

  private final Cache<String, Explanation> reasons;

  SentCards(Clock clock) {
    reasons =
        Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .maximumWeight(MOST_FACTS)
            .weigher((String card, Explanation why) -> 1 + why.decision().known().size())
            .executor(Runnable::run)
            .build();
  }

  /** Keeps the reason for the cards of an answer. */
  void keep(JsonNode cards, Explanation why) {
    cards.forEach(card -> reasons.put(card.path("uuid").asText(), why));
  }

  /** The reason for a card. */
  Optional<Explanation> of(String uuid) {
    return Optional.ofNullable(reasons.getIfPresent(uuid));
  }
}
