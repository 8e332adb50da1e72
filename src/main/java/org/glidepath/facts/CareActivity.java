package org.glidepath.facts;

import java.util.List;
import java.util.Optional;

/**
 * Care that is no drug: a procedure done, or a service that was requested.
 *
 * @param means id of the value set in {@code fhir-profiles/} that its code belongs to; one fact for
 *     each set
 * @param name what the record calls it
 * @param requested whether it is a request that is open; false for what was done
 * @param daysAgo whole days since it was done or requested; empty where no date was given
 * @param sources the procedure or the request
 */
public record CareActivity(
    String means, String name, boolean requested, Optional<Integer> daysAgo, List<Source> sources)
    implements Fact {

  /** Whether it is known to have been done or requested within the last {@code days} days. */
  public boolean within(int days) {
    return daysAgo.isPresent() && daysAgo.get() <= days;
  }
}
