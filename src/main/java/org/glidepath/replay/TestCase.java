package org.glidepath.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One folder with {@code case.yaml} and {@code bundle.json}.
 *
 * @param name path of the folder
 * @param title what it is about, in one sentence
 * @param why why this is expected, with its source; may be empty
 * @param at the evaluation time
 * @param hook the hook that is called
 * @param draftOrders ids of the orders being written; empty for every MedicationRequest in draft
 * @param selections references of the orders just selected (order-select); empty for all
 * @param missing prefetch keys that are withheld
 * @param enable ids of the reserve rules that are switched on for it, beside those that the rule
 *     book enables
 * @param expected what has to come of it
 * @param bundle the patient's record and the orders being written
 */
record TestCase(
    String name,
    String title,
    String why,
    Instant at,
    String hook,
    Optional<List<String>> draftOrders,
    Optional<List<String>> selections,
    Set<String> missing,
    Set<String> enable,
    Expectation expected,
    JsonNode bundle) {

  /** The record of a patient of which nothing is expected. */
  static TestCase ofRecord(String name, Instant at, String hook, JsonNode bundle) {
    return new TestCase(
        name,
        "",
        "",
        at,
        hook,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        new Expectation(List.of(), List.of(), Map.of(), List.of()),
        bundle);
  }
}
