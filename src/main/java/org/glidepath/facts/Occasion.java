package org.glidepath.facts;

import java.util.List;

/**
 * The moment in the clinician's work that the rules are asked in.
 *
 * @param hook the name of the CDS Hooks hook, {@code encounter-discharge}
 */
public record Occasion(String hook) implements Fact {

  @Override
  public List<Source> sources() {
    return List.of();
  }
}
