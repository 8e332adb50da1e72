package org.glidepath.facts;

import java.util.List;

/**
 * The ordered daily dose as mg of oral diazepam, lowest to highest over all published tables.
 *
 * @param of the order
 * @param mg mg diazepam a day
 */
public record OrderedEquivalent(DraftOrder of, Range mg) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
