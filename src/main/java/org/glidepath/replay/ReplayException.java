package org.glidepath.replay;

/** A case that cannot be run; the message says where and why. */
public final class ReplayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReplayException(String message) {
    super(message);
  }
}
