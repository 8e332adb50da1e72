package org.glidepath.pharmacology;

import java.util.Optional;
import org.glidepath.facts.Range;

/**
 * An amount that is known within a range, or not known for a reason. There is no third way, and no
 * zero that means unknown.
 */
public sealed interface Estimate {

  /** The amount, where it is known. */
  Optional<Range> known();

  /** A known amount. */
  static Estimate of(Range amount) {
    return new Known(amount);
  }

  /**
   * An amount that cannot be computed; {@code reason} is a phrase a clinician understands: "no
   * strength on the order".
   */
  static Estimate unknown(String reason) {
    return new Unknown(reason);
  }

  /** Both amounts together; unknown as soon as one of them is. */
  default Estimate plus(Estimate other) {
    if (this instanceof Known mine && other instanceof Known theirs) {
      return new Known(mine.amount().plus(theirs.amount()));
    }
    return this instanceof Unknown ? this : other;
  }

  /** An amount within a range. */
  record Known(Range amount) implements Estimate {
    @Override
    public Optional<Range> known() {
      return Optional.of(amount);
    }
  }

  /** Not known, and why. */
  record Unknown(String reason) implements Estimate {
    @Override
    public Optional<Range> known() {
      return Optional.empty();
    }
  }
}
