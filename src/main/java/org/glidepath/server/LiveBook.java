package org.glidepath.server;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.glidepath.cdshooks.CdsService;
import org.glidepath.cdshooks.MissingData;
import org.glidepath.rulebook.Problem;
import org.glidepath.rulebook.RuleBook;
import org.glidepath.rulebook.RuleBookException;
import org.glidepath.rulebook.RuleBookReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule book that answers, and how it is exchanged for another: as a whole, once the other has
 * been checked, compiled and has answered an example. A call that has begun ends with the book it
 * began with.
 */
final class LiveBook {

  private static final Logger LOG = LoggerFactory.getLogger(LiveBook.class);

  private final MissingData missingData;
  private final Clock clock;
  private volatile Served served;
  private volatile Optional<Refused> refused = Optional.empty();

  /**
   * A book that answers.
   *
   * @param book what is known
   * @param service its services
   * @param since when it began to answer
   */
  record Served(RuleBook book, CdsService service, Instant since) {}

  /**
   * What is on disk and does not answer.
   *
   * @param at when it was refused
   * @param problems why, each with its file, line and column
   */
  record Refused(Instant at, List<String> problems) {}

  /** Warms up with a book, and serves it. */
  LiveBook(RuleBook book, MissingData missingData, Clock clock) {
    this.missingData = missingData;
    this.clock = clock;
    this.served = warm(book);
  }

  /** The book that answers from now on. */
  Served served() {
    return served;
  }

  /** Why what is on disk does not answer; empty where it does. */
  Optional<Refused> refused() {
    return refused;
  }

  /**
   * Serves what is on disk, where it can be served; where not, all stays as it is and the reason is
   * kept.
   *
   * @return whether it can be served
   */
  boolean exchange(RuleBookReader reader) {
    long start = System.nanoTime();
    try {
      RuleBook book = reader.read();
      if (!book.version().equals(served.book().version())) {
        served = warm(book);
        LOG.info(
            "rule book {} is live: {} rules, {} ms",
            book.version(),
            book.rules().size(),
            (System.nanoTime() - start) / 1_000_000);
      } else if (refused.isPresent()) {
        LOG.info("rule book {} is on disk again", book.version());
      }
      refused = Optional.empty();
      return true;
    } catch (RuleBookException e) {
      refuse(e.problems().stream().filter(Problem::isError).map(Problem::toString).toList());
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      LOG.error("the rule book cannot be served: {}", Failure.describe(e));
      refuse(List.of("the rule book cannot be served: " + reason(e)));
    }
    return false;
  }

  private Served warm(RuleBook book) {
    CdsService service = new CdsService(book, missingData);
    WarmUp.run(service);
    return new Served(book, service, clock.instant());
  }

  private void refuse(List<String> problems) {
    refused = Optional.of(new Refused(clock.instant(), problems));
    LOG.error(
        "what is on disk is refused, rule book {} goes on answering:\n{}",
        served.book().version(),
        String.join("\n", problems));
  }

  private static String reason(Throwable failure) {
    return failure instanceof WarmUp.FailedException && failure.getMessage() != null
        ? failure.getMessage()
        : failure.getClass().getSimpleName();
  }
}
