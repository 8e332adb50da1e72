package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * The answer to a call.
 *
 * @param status HTTP status: 200, or the status of a refusal
 * @param body a CDS Hooks response, or an OperationOutcome
 * @param explanation why; empty where no rule was asked: a refusal, or nothing to decide on
 */
public record Answer(int status, JsonNode body, Optional<Explanation> explanation) {

  static Answer refusal(RefusedRequest refusal) {
    return new Answer(refusal.status(), refusal.operationOutcome(), Optional.empty());
  }
}
