package org.glidepath.server;

/** A configuration file that cannot be used; the message says where and why. */
public final class ConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
