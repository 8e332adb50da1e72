package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: the drug is one that the body may depend on sooner than the risk table says, and it was
 * taken for long enough.
 *
 * @param of the exposure
 */
public record EarlyDependence(Exposure of) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
