package org.glidepath.decision;

/** Why an evaluation was stopped. The message names the rule and holds no patient data. */
public final class DecisionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DecisionException(String message, Throwable cause) {
    super(message, cause);
  }
}
