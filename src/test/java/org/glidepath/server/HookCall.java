package org.glidepath.server;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glidepath.cdshooks.Json;

/** A CDS Hooks request that is changed piece by piece. JSON is written with single quotes. */
final class HookCall {

  private final ObjectNode request;

  private HookCall(ObjectNode request) {
    this.request = request;
  }

  /** Flumazenil is ordered for a patient who has taken alprazolam 3 mg a day for two years. */
  static HookCall flumazenil() {
    return of(Path.of("docs/examples/order-sign-flumazenil.json"));
  }

  /** A request that was recorded from a client. */
  static HookCall recorded(String name) {
    return of(Path.of("src/test/resources", name));
  }

  private static HookCall of(Path file) {
    try {
      return new HookCall((ObjectNode) Json.read(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With this value at a JSON pointer; the object it belongs to exists. */
  HookCall with(String pointer, String value) {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode holder = request.at(place.head());
    String last = place.last().getMatchingProperty();
    if (holder instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), json(value));
    } else {
      ((ObjectNode) holder).set(last, json(value));
    }
    return this;
  }

  /** Without the value at a JSON pointer. */
  HookCall without(String pointer) {
    JsonPointer place = JsonPointer.compile(pointer);
    ((ObjectNode) request.at(place.head())).remove(place.last().getMatchingProperty());
    return this;
  }

  /** Without any prefetch, and with the FHIR server that has it. */
  HookCall askingAt(String fhirServer, String token) {
    return without("/prefetch")
        .with("/fhirServer", "'" + fhirServer + "'")
        .with("/fhirAuthorization", "{'access_token':'%s','token_type':'Bearer'}".formatted(token));
  }

  JsonNode at(String pointer) {
    return request.at(pointer);
  }

  String text() {
    return request.toString();
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  static JsonNode json(String text) {
    try {
      return Json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
