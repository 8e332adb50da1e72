package org.glidepath.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A FHIR server that answers what it was told to, and remembers how it was asked. */
final class FhirServerStub implements AutoCloseable {

  /** One call it received. */
  record Call(String url, List<String> authorization) {}

  private record Reply(int status, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

  FhirServerStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Its base URL. */
  String base() {
    return "http://localhost:" + server.getAddress().getPort() + "/fhir";
  }

  /** Answers a path such as {@code Patient/example}, or a type for any search of it. */
  FhirServerStub answering(String path, String body) {
    return answering(path, 200, body);
  }

  FhirServerStub answering(String path, int status, String body) {
    replies.put(path, new Reply(status, body.replace('\'', '"')));
    return this;
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  List<String> urls() {
    return calls.stream().map(Call::url).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String url = exchange.getRequestURI().toString().replaceFirst("^/fhir/", "");
    calls.add(new Call(url, exchange.getRequestHeaders().getOrDefault("Authorization", List.of())));
    Reply empty =
        new Reply(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":0}");
    Reply reply = replies.get(url);
    if (reply == null) {
      reply = replies.getOrDefault(url.split("\\?", 2)[0], empty);
    }
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/fhir+json");
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
