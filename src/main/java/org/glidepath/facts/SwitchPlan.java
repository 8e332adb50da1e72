package org.glidepath.facts;

import java.util.List;

/**
 * One call stops or cuts one benzodiazepine and starts another in its place.
 *
 * @param from what is replaced
 * @param to the order for what replaces it
 */
public record SwitchPlan(Exposure from, DraftOrder to) implements Fact {

  /** The drug that is started. */
  public Drug target() {
    return to.drug().orElseThrow();
  }

  @Override
  public List<Source> sources() {
    return Source.of(to, from);
  }
}
