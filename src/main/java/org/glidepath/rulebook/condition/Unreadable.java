package org.glidepath.rulebook.condition;

/** Thrown where a left side uses more of the language than is read here. */
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message);
  }
}
