package org.glidepath.cdshooks;

import java.util.Map;

/** Fetches from the request's FHIR server what the client did not prefetch. */
@FunctionalInterface
public interface MissingData {

  /**
   * Runs the queries, all within one deadline.
   *
   * @param access the server that the request offers
   * @param queries relative FHIR reads and searches by prefetch key, tokens replaced
   * @return a result for each key; the implementation throws nothing
   */
  Map<String, FetchResult> fetch(FhirAccess access, Map<String, String> queries);
}
