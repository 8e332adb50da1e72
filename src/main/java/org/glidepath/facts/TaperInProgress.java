package org.glidepath.facts;

import java.util.List;

/**
 * Inferred: the dose has been lowered before and the drug is still taken.
 *
 * @param of the exposure
 */
public record TaperInProgress(Exposure of) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
