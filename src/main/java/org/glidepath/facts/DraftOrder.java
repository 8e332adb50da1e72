package org.glidepath.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order being written: not yet signed, or signed again after a change.
 *
 * @param name the drug as a person calls it, lower case: "flumazenil", "oxycodone"
 * @param means ids of the value sets in {@code fhir-profiles/} that the drug belongs to: "opioid",
 *     "flumazenil" ...
 * @param drug the benzodiazepine or Z-drug; empty for every other drug
 * @param action what signing it would do
 * @param selected whether the clinician has just selected it (order-select); true for every order
 *     of the other hooks
 * @param reasons ids of the value sets that the reason for the order belongs to
 * @param routes ids of the value sets that the route of every instruction belongs to; empty where
 *     one does not say
 * @param sources the order
 */
public record DraftOrder(
    String name,
    Set<String> means,
    Optional<Drug> drug,
    Action action,
    boolean selected,
    Set<String> reasons,
    Set<String> routes,
    List<Source> sources)
    implements Fact {

  /** What signing an order would do. */
  public enum Action {
    /** A drug that the patient does not take now. */
    START,
    /** Another instruction for a drug in use, or the same again. */
    CHANGE,
    /** Status stopped or cancelled, or a dose of zero. */
    STOP
  }

  /** Whether signing it ends a use. */
  public boolean stops() {
    return action == Action.STOP;
  }

  /** Whether a benzodiazepine or Z-drug is ordered. */
  public boolean benzodiazepine() {
    return drug.isPresent();
  }
}
