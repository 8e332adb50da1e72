package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the client answered for one prefetch key. The states are different things to a rule: only an
 * answer with nothing in it says that there is nothing.
 *
 * @param answer how it was answered
 * @param resources what came with it, bundles unpacked
 * @param reason for an answer that is not complete, why, as a phrase
 */
record PrefetchState(Answer answer, List<JsonNode> resources, String reason) {

  /** The four answers, and the one that never came. */
  enum Answer {
    /** Not attempted, refused or lost: nothing is known. */
    ABSENT,
    /** Answered in full, with or without resources. */
    COMPLETE,
    /** A first page only: what is there counts, what is not there is not known. */
    INCOMPLETE,
    /** The client asked and got an error. */
    FAILED
  }

  static final PrefetchState ABSENT = new PrefetchState(Answer.ABSENT, List.of(), "not sent");

  /** Whether a rule may read the absence of something in it as "has none". */
  boolean complete() {
    return answer == Answer.COMPLETE;
  }

  /** Reads the value of a key that asks for one type of resource. */
  static PrefetchState of(JsonNode value, String resourceType) {
    PrefetchState state = of(value);
    boolean other =
        state.complete()
            && !state.resources().isEmpty()
            && state.resources().stream()
                .noneMatch(resource -> resource.path("resourceType").asText().equals(resourceType));
    return other
        ? new PrefetchState(
            Answer.FAILED, state.resources(), "other resources than " + resourceType + " were sent")
        : state;
  }

  /** Reads the value of one key. */
  static PrefetchState of(JsonNode value) {
    if (value.isMissingNode()) {
      return ABSENT;
    }
    if (value.isNull()) {
      return new PrefetchState(Answer.COMPLETE, List.of(), "");
    }
    if (!value.path("resourceType").isTextual()) {
      return new PrefetchState(Answer.FAILED, List.of(), "not a FHIR resource");
    }
    List<JsonNode> resources = new ArrayList<>();
    unpack(value, resources);
    boolean failed = resources.stream().anyMatch(PrefetchState::reportsError);
    resources.removeIf(PrefetchState::isOutcome);
    if (failed) {
      return new PrefetchState(Answer.FAILED, resources, "the EHR reported an error");
    }
    if (hasNextPage(value)) {
      return new PrefetchState(Answer.INCOMPLETE, resources, "only the first page was sent");
    }
    return matches(value) < value.path("total").asLong(0)
        ? new PrefetchState(Answer.INCOMPLETE, resources, "less was sent than its total says")
        : new PrefetchState(Answer.COMPLETE, resources, "");
  }

  /**
   * The resource type that a search bundle answers for, by its self link: what an empty bundle is
   * empty of.
   */
  static String searchedType(JsonNode bundle) {
    for (JsonNode link : bundle.path("link")) {
      if (link.path("relation").asText().equals("self")) {
        String url = link.path("url").asText();
        int query = url.indexOf('?');
        String path = query < 0 ? url : url.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1);
      }
    }
    return "";
  }

  private static void unpack(JsonNode value, List<JsonNode> into) {
    if (!value.path("resourceType").asText().equals("Bundle")) {
      if (value.isObject()) {
        into.add(value);
      }
      return;
    }
    for (JsonNode entry : value.path("entry")) {
      unpack(entry.path("resource"), into);
    }
  }

  private static boolean isOutcome(JsonNode resource) {
    return resource.path("resourceType").asText().equals("OperationOutcome");
  }

  private static boolean reportsError(JsonNode resource) {
    if (isOutcome(resource)) {
      for (JsonNode issue : resource.path("issue")) {
        String severity = issue.path("severity").asText();
        if (severity.equals("error") || severity.equals("fatal")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Entries that answer the search, without those that only come along with them. */
  private static long matches(JsonNode bundle) {
    long matches = 0;
    for (JsonNode entry : bundle.path("entry")) {
      matches += entry.path("search").path("mode").asText("match").equals("match") ? 1 : 0;
    }
    return matches;
  }

  private static boolean hasNextPage(JsonNode bundle) {
    for (JsonNode link : bundle.path("link")) {
      if (link.path("relation").asText().equals("next")) {
        return true;
      }
    }
    return false;
  }
}
