package org.glidepath.cdshooks;

import java.util.Optional;

/**
 * The FHIR server that a request offers for data it did not send.
 *
 * @param fhirServer base URL, as the request states it: not to be trusted before it is checked
 *     against an allow-list
 * @param accessToken bearer token for this call only; never stored, logged or sent elsewhere
 */
public record FhirAccess(String fhirServer, Optional<String> accessToken) {

  @Override
  public String toString() {
    return "FhirAccess[" + fhirServer + "]";
  }
}
