package org.glidepath.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One administration of a drug that a value set or the drug table knows.
 *
 * @param name the drug as a person calls it, lower case
 * @param means ids of the value sets in {@code fhir-profiles/} that it belongs to; a drug of the
 *     drug table means "benzodiazepine-class"
 * @param mg mg of the drug given; empty where it cannot be computed
 * @param infusion whether it was given by rate
 * @param minutesAgo whole minutes since it was given, or since its end; empty where no time was
 *     given
 * @param lastedHours hours from its beginning to its end, or to the evaluation time while it goes
 *     on; empty where no times were given
 * @param reasons ids of the value sets that the reason for it belongs to
 * @param sources the administration
 */
public record GivenDose(
    String name,
    Set<String> means,
    Optional<Range> mg,
    boolean infusion,
    Optional<Integer> minutesAgo,
    Optional<Integer> lastedHours,
    Set<String> reasons,
    List<Source> sources)
    implements Fact {

  private static final int MINUTES_IN_HOUR = 60;

  /** Whether it is known to have been given within the last {@code minutes} minutes. */
  public boolean withinMinutes(int minutes) {
    return minutesAgo.isPresent() && minutesAgo.get() <= minutes;
  }

  /** Whether it is known to have been given after the other. */
  public boolean newerThan(GivenDose other) {
    return minutesAgo.isPresent()
        && other.minutesAgo.isPresent()
        && minutesAgo.get() < other.minutesAgo.get();
  }

  /** Whether it is known to have begun at least {@code hours} hours before the other ended. */
  public boolean beganBeforeEndOf(GivenDose other, int hours) {
    Optional<Integer> minutes = minutesFromBeginToEndOf(other);
    return minutes.isPresent() && minutes.get() >= hours * MINUTES_IN_HOUR;
  }

  /**
   * Whether it is known to have ended after the other did, and begun before that or at most {@code
   * hours} hours later.
   */
  public boolean followsWithin(GivenDose other, int hours) {
    Optional<Integer> minutes = minutesFromBeginToEndOf(other);
    return newerThan(other) && minutes.isPresent() && minutes.get() >= -hours * MINUTES_IN_HOUR;
  }

  private Optional<Integer> minutesFromBeginToEndOf(GivenDose other) {
    return minutesAgo.isPresent() && lastedHours.isPresent()
        ? other.minutesAgo.map(end -> minutesAgo.get() + lastedHours.get() * MINUTES_IN_HOUR - end)
        : Optional.empty();
  }
}
