package org.glidepath.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Objects;
import org.glidepath.cdshooks.Answer;
import org.glidepath.cdshooks.CdsService;

/**
 * Answers an example before a rule book is served: the first reading of a FHIR resource costs most
 * of a second, and no clinician shall wait for it.
 */
final class WarmUp {

  private static final String EXAMPLE = "order-sign-flumazenil.json";

  /**
   * Loads what a call needs; more would only delay the start. Only the last has to be good: the
   * first takes a good part of the time that an evaluation may.
   */
  private static final int CALLS = 3;

  private WarmUp() {}

  /** Thrown when a rule book cannot answer the example; the message says why. */
  static final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedException(String message) {
      super(message);
    }
  }

  static void run(CdsService service) {
    byte[] request = example();
    for (int i = 1; i < CALLS; i++) {
      service.call(request, Instant.EPOCH);
    }
    Answer answer = service.call(request, Instant.EPOCH);
    good(answer.status());
    answer
        .explanation()
        .flatMap(why -> why.decision().stopped())
        .ifPresent(
            stop -> {
              throw new FailedException("the example was stopped: " + stop.getMessage());
            });
  }

  /** The same example once over HTTP, to the service that listens on this port. */
  static void overHttp(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/cds-services/glidepath-order-sign"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(example()))
            .build();
    try {
      HttpClient client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
      good(client.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before the example was answered", e);
    }
  }

  private static void good(int status) {
    if (status != 200) {
      throw new FailedException("the example is answered " + status);
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
