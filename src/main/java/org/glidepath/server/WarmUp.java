package org.glidepath.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import org.glidepath.cdshooks.Answer;
import org.glidepath.cdshooks.CdsService;

/**
 * Answers an example before the port opens: the first reading of a FHIR resource costs most of a
 * second, and no clinician shall wait for it.
 */
final class WarmUp {

  private static final String EXAMPLE = "order-sign-flumazenil.json";

  /** Loads what a call needs; more would only delay the start. */
  private static final int CALLS = 3;

  private WarmUp() {}

  static void run(CdsService service) {
    byte[] request = example();
    for (int i = 0; i < CALLS; i++) {
      Answer answer = service.call(request, Instant.EPOCH);
      if (answer.status() != 200) {
        throw new IllegalStateException("the example is answered " + answer.status());
      }
    }
  }

  private static byte[] example() {
    try (InputStream in = WarmUp.class.getResourceAsStream(EXAMPLE)) {
      return Objects.requireNonNull(in, EXAMPLE).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
