package org.glidepath.facts;

import java.util.List;

/**
 * The daily dose that an order for a benzodiazepine or Z-drug asks for cannot be computed.
 *
 * @param of the order
 * @param reason what is missing or cannot be read, as a phrase a clinician understands
 */
public record OrderedDoseUnknown(DraftOrder of, String reason) implements Fact {

  @Override
  public List<Source> sources() {
    return of.sources();
  }
}
