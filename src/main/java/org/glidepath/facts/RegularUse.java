package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: the drug is taken on more days than the cell "rare" of the risk table allows, or has to
 * be taken as if it were.
 *
 * @param of the exposure
 */
public record RegularUse(Exposure of) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
