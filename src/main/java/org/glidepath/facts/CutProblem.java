package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: what is wrong with how much of the daily dose is cut within a window of days.
 *
 * @param of the cut
 * @param problem the problem, as a phrase
 */
public record CutProblem(DoseCut of, String problem) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
