package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of one query. */
public sealed interface FetchResult {

  /** The server answered with this resource or bundle. */
  record Found(JsonNode resource) implements FetchResult {}

  /** No answer; the reason is for the integrator and holds neither token nor patient data. */
  record Failed(String reason) implements FetchResult {}
}
