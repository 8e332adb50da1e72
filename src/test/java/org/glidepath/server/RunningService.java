package org.glidepath.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.glidepath.cdshooks.Json;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBookReader;
import org.glidepath.rulebook.RuleBooks;

/** A service on a free port, with its clock at one instant, and a client of it. */
final class RunningService implements AutoCloseable {

  static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  static final String ORDER_SIGN = "/cds-services/glidepath-order-sign";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final CdsServer server;

  /** The rules and the service that most tests share. */
  private static final class Shared {
    static final RuleBook RULES = load();
    static final RunningService SERVICE = of(RULES);

    private static RuleBook load() {
      try {
        return RuleBooks.load(
            Path.of("rules"), Path.of("fhir-profiles"), Path.of("target/kept-rules"));
      } catch (RuleBookException e) {
        throw new AssertionError(e.problems().toString(), e);
      }
    }
  }

  /** An answer over HTTP. */
  record Response(int status, HttpResponse<byte[]> http) {

    String text() {
      return new String(http.body(), StandardCharsets.UTF_8);
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    JsonNode body() {
      try {
        return Json.read(http.body());
      } catch (IOException e) {
        throw new AssertionError("not JSON: " + text(), e);
      }
    }

    JsonNode cards() {
      return body().path("cards");
    }

    /** Catalogue ids of the cards, in their order. */
    List<String> rules() {
      return cards().valueStream().map(card -> card.at("/source/topic/code").asText()).toList();
    }

    /** What the OperationOutcome says: path or key, and words. */
    String diagnostics() {
      return body().at("/issue/0/diagnostics").asText();
    }
  }

  private RunningService(Configuration configuration, RuleBook rules) {
    this.server = CdsServer.start(configuration, rules, Clock.fixed(AT, ZoneOffset.UTC));
  }

  /** A service with other rules. */
  static RunningService of(RuleBook rules) {
    return new RunningService(Configuration.DEFAULT.withPort(0), rules);
  }

  static RunningService shared() {
    return Shared.SERVICE;
  }

  /** A service of its own, with the same rules. */
  static RunningService with(Configuration configuration) {
    return onPortOf(configuration.withPort(0));
  }

  static RunningService onPortOf(Configuration configuration) {
    return new RunningService(configuration, Shared.RULES);
  }

  /** Serves what is saved in the folder of this reader from now on. */
  void follow(RuleBookReader reader) {
    server.follow(reader);
  }

  int port() {
    return server.port();
  }

  Response get(String path) {
    return send(request(path).GET());
  }

  Response orderSign(HookCall call) {
    return post(ORDER_SIGN, call.text());
  }

  Response post(String path, String body) {
    return send(json(path, body.getBytes(StandardCharsets.UTF_8)));
  }

  HttpRequest.Builder json(String path, byte[] body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(body));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
  }

  Response send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      return new Response(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
