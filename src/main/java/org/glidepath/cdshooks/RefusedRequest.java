package org.glidepath.cdshooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request that cannot be answered with cards. Its text is for the integrator and holds neither
 * patient data nor a token.
 */
public final class RefusedRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String where;

  /**
   * A refusal.
   *
   * @param status HTTP status
   * @param code FHIR issue type: "required", "structure", "not-found", "not-supported", "too-long"
   *     ...
   * @param where JSON path or prefetch key, or the URL where that is at fault
   * @param message what was seen, what was expected and what to do
   */
  public RefusedRequest(int status, String code, String where, String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.where = where;
  }

  /** HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** The body of the answer: a FHIR OperationOutcome. */
  public JsonNode operationOutcome() {
    ObjectNode outcome = JsonNodeFactory.instance.objectNode();
    outcome.put("resourceType", "OperationOutcome");
    ObjectNode issue = outcome.putArray("issue").addObject();
    issue.put("severity", "error");
    issue.put("code", code);
    issue.putObject("details").put("text", getMessage());
    issue.put("diagnostics", where);
    return outcome;
  }
}
