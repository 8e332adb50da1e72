package org.glidepath.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.glidepath.cdshooks.RefusedRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is not answered with cards, as an OperationOutcome: what the protocol refuses,
 * what no route answers, what is no HTTP, and what goes wrong inside.
 */
final class Refusals {

  static final String JSON = "application/json";

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private Refusals() {}

  static void configure(JavalinConfig config) {
    config.routes.exception(RefusedRequest.class, Refusals::refuse);
    config.routes.exception(HttpResponseException.class, Refusals::refuseRoute);
    config.routes.exception(Exception.class, Refusals::fail);
    config.router.javaLangErrorHandler(Refusals::fail);
    config.jetty.modifyServer(server -> server.setErrorHandler(Refusals::refuseHttp));
  }

  private static void refuse(RefusedRequest refusal, Context context) {
    context.status(refusal.status()).contentType(JSON).result(bytes(refusal.operationOutcome()));
    LOG.info("{} refused", refusal.status());
  }

  private static void refuseRoute(HttpResponseException e, Context context) {
    if (e.getStatus() == 405) {
      String allowed = context.path().startsWith("/cds-services/") ? "POST" : "GET";
      context.header("Allow", allowed);
      refuse(
          new RefusedRequest(405, "not-supported", context.path(), "expected method " + allowed),
          context);
    } else {
      refuse(
          new RefusedRequest(
              e.getStatus(),
              e.getStatus() == 404 ? "not-found" : "processing",
              "/cds-services",
              "there is nothing at this URL; GET /cds-services lists the services"),
          context);
    }
  }

  /** What Jetty refuses before any route sees it: a broken request line, headers too long. */
  private static boolean refuseHttp(Request request, Response response, Callback callback) {
    int status = response.getStatus() < 400 ? 500 : response.getStatus();
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
    RefusedRequest refusal =
        new RefusedRequest(
            status,
            "structure",
            "HTTP",
            "the request is not HTTP that is understood here: its request line or its headers are broken or too long");
    response.write(true, ByteBuffer.wrap(bytes(refusal.operationOutcome())), callback);
    return true;
  }

  private static void fail(Exception e, Context context) {
    context.status(500).contentType(JSON).result(bytes(failure(e)));
  }

  /** Out of memory, or out of stack: this call is lost, the service goes on. */
  private static void fail(HttpServletResponse response, Error e) {
    response.setStatus(500);
    response.setContentType(JSON);
    try {
      response.getOutputStream().write(bytes(failure(e)));
    } catch (IOException gone) {
      LOG.info("500 the client did not wait for its answer");
    }
  }

  private static JsonNode failure(Throwable e) {
    String id = UUID.randomUUID().toString();
    LOG.error("500 {} {}", id, Failure.describe(e));
    return new RefusedRequest(
            500,
            "exception",
            id,
            "the service failed; its log says more under this identifier: " + id)
        .operationOutcome();
  }

  static byte[] bytes(JsonNode body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
