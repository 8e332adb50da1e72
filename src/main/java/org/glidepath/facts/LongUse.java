package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: use is long enough for the last row of the risk table, or has to be taken as if it were
 * because nothing says when it began.
 *
 * @param of the exposure
 */
public record LongUse(Exposure of) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
