package org.glidepath.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.glidepath.cdshooks.FetchResult;
import org.glidepath.cdshooks.FhirAccess;
import org.glidepath.cdshooks.Json;
import org.glidepath.cdshooks.MissingData;
import org.jspecify.annotations.Nullable;

/**
 * Asks the FHIR server that a request names for what the request left out: all queries at the same
 * time, pages followed, within one deadline. Redirects are not followed: they would carry the token
 * elsewhere.
 */
final class FhirClient implements MissingData {

  /** A clinician waits for the answer: CDS Hooks asks for half a second in all. */
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private static final int MOST_PAGES = 20;

  private final FhirServers servers;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(DEADLINE)
          .build();

  /** A client that asks these servers only. */
  FhirClient(FhirServers servers) {
    this.servers = servers;
  }

  @Override
  public Map<String, FetchResult> fetch(FhirAccess access, Map<String, String> queries) {
    Map<String, FetchResult> results = new LinkedHashMap<>();
    Optional<URI> base = servers.base(access.fhirServer());
    if (base.isEmpty()) {
      queries
          .keySet()
          .forEach(
              key ->
                  results.put(key, failed("the FHIR server is not on the list of this service")));
      return results;
    }
    Map<String, Query> pending = new LinkedHashMap<>();
    queries.forEach((key, query) -> pending.put(key, new Query(base.get(), access, query)));
    long until = System.nanoTime() + DEADLINE.toNanos();
    pending.forEach((key, query) -> results.put(key, query.await(until)));
    return results;
  }

  /** One query with all its pages. */
  private final class Query {

    private final URI base;
    private final FhirAccess access;
    private final CompletableFuture<JsonNode> answer;
    private volatile @Nullable CompletableFuture<?> request;

    Query(URI base, FhirAccess access, String query) {
      this.base = base;
      this.access = access;
      this.answer = page(url(query), MOST_PAGES);
    }

    /** Templates are written as people read them: {@code code=http://loinc.org|1234-5}. */
    private URI url(String query) {
      return base.resolve(query.replace("|", "%7C").replace(" ", "%20"));
    }

    FetchResult await(long until) {
      try {
        long left = Math.max(0, until - System.nanoTime());
        return new FetchResult.Found(answer.get(left, TimeUnit.NANOSECONDS));
      } catch (TimeoutException e) {
        stop();
        return failed("the FHIR server did not answer in time");
      } catch (ExecutionException e) {
        return failed(reason(e));
      } catch (InterruptedException e) {
        stop();
        Thread.currentThread().interrupt();
        return failed("the service is stopping");
      }
    }

    private void stop() {
      CompletableFuture<?> running = request;
      if (running != null) {
        running.cancel(true);
      }
    }

    /** One page, with the entries of all that follow it. */
    private CompletableFuture<JsonNode> page(URI url, int pagesLeft) {
      HttpRequest.Builder get =
          HttpRequest.newBuilder(url).header("Accept", "application/fhir+json").timeout(DEADLINE);
      access.accessToken().ifPresent(token -> get.header("Authorization", "Bearer " + token));
      Body body = new Body();
      CompletableFuture<HttpResponse<Void>> sent =
          http.sendAsync(get.build(), HttpResponse.BodyHandlers.ofByteArrayConsumer(body));
      request = sent;
      return sent.thenApply(response -> body.resource(response.statusCode()))
          .thenCompose(resource -> withNext(resource, pagesLeft));
    }

    private CompletableFuture<JsonNode> withNext(JsonNode resource, int pagesLeft) {
      Optional<URI> next = next(base, resource).filter(link -> pagesLeft > 1);
      return next.isEmpty()
          ? CompletableFuture.completedFuture(resource)
          : page(next.get(), pagesLeft - 1).thenApply(rest -> joined(resource, rest));
    }
  }

  /** The body of an answer while it comes in. */
  private static final class Body implements Consumer<Optional<byte[]>> {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void accept(Optional<byte[]> part) {
      part.ifPresent(bytes::writeBytes);
      if (bytes.size() > RequestBody.MOST_BYTES) {
        throw new NoAnswer("the FHIR server sent more than 10 MiB");
      }
    }

    JsonNode resource(int status) {
      if (status != 200) {
        throw new NoAnswer("the FHIR server answered " + status);
      }
      try {
        JsonNode resource = Json.read(bytes.toByteArray());
        if (resource.path("resourceType").isTextual()) {
          return resource;
        }
      } catch (IOException e) {
        // the parser's message quotes what it read
      }
      throw new NoAnswer("the FHIR server did not send a FHIR resource");
    }
  }

  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NoAnswer noAnswer) {
        return String.valueOf(noAnswer.getMessage());
      }
      if (cause instanceof HttpTimeoutException) {
        return "the FHIR server did not answer in time";
      }
    }
    return "the FHIR server could not be reached";
  }

  /** The next page, as long as it lies on the same server. */
  private static Optional<URI> next(URI base, JsonNode bundle) {
    for (JsonNode link : bundle.path("link")) {
      if (link.path("relation").asText().equals("next")) {
        try {
          URI url = base.resolve(link.path("url").asText());
          return Optional.of(url).filter(page -> FhirServers.within(page, base));
        } catch (IllegalArgumentException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Both bundles as one; it goes on where the second goes on. */
  private static JsonNode joined(JsonNode first, JsonNode second) {
    ObjectNode joined = first.deepCopy();
    ArrayNode entries = joined.withArray("/entry");
    second.path("entry").forEach(entries::add);
    joined.set("link", second.path("link").isArray() ? second.path("link") : joined.arrayNode());
    return joined;
  }

  private static FetchResult failed(String reason) {
    return new FetchResult.Failed(reason);
  }

  /** Why there is no answer; without a token or a patient's data. */
  private static final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswer(String reason) {
      super(reason);
    }
  }
}
