package org.glidepath.decision;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How much one evaluation may take. Each limit is far above what any record needs; whoever reaches
 * one is a rule that loops, or that combines everything with everything.
 */
final class Budget {

  /** Rules that fire. */
  private static final int MOST_FIRINGS = 10_000;

  /** Combinations of facts that fulfil a part of a left side; a hundred bytes each. */
  private static final int MOST_COMBINATIONS = 300_000;

  /** Characters and digits of the facts that rules conclude: a rule may feed its text to itself. */
  private static final int MOST_CHARACTERS = 1_000_000;

  /**
   * Processor time of the evaluating thread: on a busy machine the hour moves on while a sound rule
   * waits for its turn. A first call on cold classes takes about one second of it.
   */
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final int mostFirings;
  private final int mostCombinations;
  private final long nanoseconds;
  private final long start = THREADS.getCurrentThreadCpuTime();
  private int firings;
  private int combinations;
  private int characters;

  Budget() {
    this(MOST_FIRINGS, MOST_COMBINATIONS, LONGEST);
  }

  Budget(int mostFirings, int mostCombinations, Duration longest) {
    this.mostFirings = mostFirings;
    this.mostCombinations = mostCombinations;
    this.nanoseconds = longest.toNanos();
  }

  /** Thrown when a limit is reached; the message says which. */
  static final class SpentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SpentException(String message) {
      super(message);
    }
  }

  /** One more rule fires. */
  void fire() {
    firings++;
    if (firings > mostFirings) {
      throw new SpentException("more than " + mostFirings + " firings");
    }
    checkTime();
  }

  /** One more combination of facts is kept. */
  void combine() {
    combinations++;
    if (combinations > mostCombinations) {
      throw new SpentException("more than " + mostCombinations + " combinations of facts");
    }
    if (combinations % 64 == 0) {
      checkTime();
    }
  }

  /** One more fact is concluded, with texts and numbers of so many characters. */
  void conclude(int more) {
    if (more > MOST_CHARACTERS - characters) {
      throw new SpentException("facts of more than " + MOST_CHARACTERS + " characters");
    }
    characters += more;
  }

  /** Looks at the clock; asked by the thread that made this budget. */
  void checkTime() {
    if (THREADS.getCurrentThreadCpuTime() - start > nanoseconds) {
      throw new SpentException(
          "more than " + Duration.ofNanos(nanoseconds).toMillis() + " ms of processor time");
    }
  }
}
