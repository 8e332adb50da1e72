package org.glidepath.facts;

import java.util.List;

/**
 * How long benzodiazepines have been taken without a break of 31 days or more, across all of them:
 * changing the drug does not start a new count, because they replace each other at the receptor.
 *
 * @param of the exposure
 * @param days whole days from the first day of that use to the last, or to the evaluation time
 *     while it goes on
 */
public record UseDuration(Exposure of, int days) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
