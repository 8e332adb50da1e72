package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;
import org.glidepath.rulebook.PrefetchKey;

/**
 * The data that came with a call, or was fetched for it. Clients name keys as they like, so a key
 * counts as answered when a resource of its type, or an empty search for its type, came under any
 * name.
 */
final class Prefetch {

  private final Map<String, JsonNode> values = new LinkedHashMap<>();
  private final Map<String, String> failures = new LinkedHashMap<>();

  /** What the request holds. */
  Prefetch(JsonNode prefetch) {
    prefetch.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
  }

  /** Adds what was fetched for a key that the client left out, or only began. */
  void add(String key, FetchResult result) {
    if (result instanceof FetchResult.Found found) {
      values.put(key, found.resource());
    } else if (result instanceof FetchResult.Failed failed) {
      failures.put(key, failed.reason());
    }
  }

  /** All resources, in the order they came. */
  List<JsonNode> resources() {
    return values.values().stream()
        .flatMap(value -> PrefetchState.of(value).resources().stream())
        .toList();
  }

  /** How a key was answered. */
  PrefetchState state(String key) {
    JsonNode value = values.getOrDefault(key, MissingNode.getInstance());
    Optional<String> type = PrefetchKey.named(key).map(PrefetchKey::resourceType);
    if (!value.isMissingNode()) {
      return type.map(wanted -> PrefetchState.of(value, wanted))
          .orElseGet(() -> PrefetchState.of(value));
    }
    return worst(type.map(this::answersFor).orElse(List.of())).orElseGet(() -> notAnswered(key));
  }

  private PrefetchState notAnswered(String key) {
    String reason = failures.get(key);
    return reason == null
        ? PrefetchState.ABSENT
        : new PrefetchState(PrefetchState.Answer.ABSENT, List.of(), reason);
  }

  private List<PrefetchState> answersFor(String resourceType) {
    List<PrefetchState> answers = new ArrayList<>();
    for (Entry<String, JsonNode> entry : values.entrySet()) {
      boolean ours = PrefetchKey.named(entry.getKey()).isPresent();
      PrefetchState state = PrefetchState.of(entry.getValue());
      boolean holdsType =
          Stream.concat(
                  Stream.of(PrefetchState.searchedType(entry.getValue())),
                  state.resources().stream().map(r -> r.path("resourceType").asText()))
              .anyMatch(resourceType::equals);
      if (!ours && holdsType) {
        answers.add(state);
      }
    }
    return answers;
  }

  private static Optional<PrefetchState> worst(List<PrefetchState> states) {
    return states.stream()
        .reduce((one, other) -> one.answer().compareTo(other.answer()) >= 0 ? one : other);
  }
}
