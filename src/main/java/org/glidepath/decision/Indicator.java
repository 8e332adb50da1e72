package org.glidepath.decision;

import java.util.Locale;

/** How urgent advice is, in the words of CDS Hooks; most urgent last. */
public enum Indicator {
  /** Context. */
  INFO,
  /** A change is expected. */
  WARNING,
  /** Stop and think. */
  CRITICAL;

  /** The code of CDS Hooks: {@code info}, {@code warning}, {@code critical}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
