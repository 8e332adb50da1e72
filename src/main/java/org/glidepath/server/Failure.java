package org.glidepath.server;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.glidepath.decision.DecisionException;

/**
 * Something that went wrong inside, told without the messages of exceptions: they may quote what a
 * client sent.
 */
final class Failure {

  private static final int FRAMES = 8;

  private Failure() {}

  /** Types of the exception and its causes, each with the places nearest to where it happened. */
  static String describe(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(text.isEmpty() ? "" : ", caused by ").append(cause.getClass().getName());
      if (cause instanceof DecisionException) {
        text.append(": ").append(cause.getMessage());
      }
      text.append(
          Arrays.stream(cause.getStackTrace())
              .limit(FRAMES)
              .map(StackTraceElement::toString)
              .collect(Collectors.joining(" < ", " at ", "")));
    }
    return text.toString();
  }
}
