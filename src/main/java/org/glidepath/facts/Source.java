package org.glidepath.facts;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a fact came from.
 *
 * @param reference the resource as FHIR names it, {@code MedicationStatement/1}
 * @param element the element inside it, {@code dosage[0].doseAndRate[0]}; empty for the resource as
 *     a whole
 */
public record Source(String reference, String element) {

  /** The resource as a whole. */
  public static Source of(String reference) {
    return new Source(reference, "");
  }

  /** Sources of several facts together, each once, in order. */
  public static List<Source> of(Fact... facts) {
    return Stream.of(facts).flatMap(fact -> fact.sources().stream()).distinct().toList();
  }

  @Override
  public String toString() {
    return element.isEmpty() ? reference : reference + "#" + element;
  }
}
