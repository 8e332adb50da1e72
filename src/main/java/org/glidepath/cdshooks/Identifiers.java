package org.glidepath.cdshooks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.glidepath.decision.Advice;

/**
 * Identifiers of a card and of what is in it, computed from the call and the advice: the same call
 * at the same time gives the same identifiers, so that a replay can be compared letter by letter,
 * and no two calls share one.
 */
final class Identifiers {

  private final String seed;

  Identifiers(HookRequest request, Instant at, Advice advice) {
    this.seed =
        String.join(
            "|",
            request.hookInstance(),
            at.toString(),
            request.patientId(),
            advice.rule().name(),
            advice.references().toString());
  }

  /** The identifier of one part of the card: a lower-case UUID. */
  String uuid(String part) {
    return UUID.nameUUIDFromBytes((seed + "|" + part).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
