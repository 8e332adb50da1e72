package org.glidepath.fhir;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Drug;
import org.glidepath.pharmacology.Product.Strength;

/**
 * What a medication name means. A combination can be a benzodiazepine and another drug at once; a
 * name that nobody knows is neither.
 *
 * @param drug the benzodiazepine or Z-drug; empty for none
 * @param strength of the product; empty where it is not known
 * @param form dose form of the product as the product table prints it; empty where the record names
 *     no product of the drug
 * @param other the other drug that a value set knows; empty for none
 * @param unmapped the name of what looks like a benzodiazepine but is not in the drug table; empty
 *     for none
 * @param conflict where code and text name different drugs
 * @param means ids of all value sets that the codes and names belong to
 */
record Medicine(
    Optional<Drug> drug,
    Optional<Strength> strength,
    Optional<String> form,
    Optional<String> other,
    Optional<String> unmapped,
    Optional<Conflict> conflict,
    Set<String> means) {

  /** Names of the drug by its code and by its text. */
  record Conflict(String byCode, String byText) {}

  /** What a person calls it, lower case: of a combination the benzodiazepine. */
  String name() {
    return drug.map(Drug::name).or(() -> other).or(() -> unmapped).map(Medicines::lower).orElse("");
  }

  /** The same as {@code means}, and of a benzodiazepine or Z-drug that it is one. */
  Set<String> meansWithClass() {
    if (drug.isEmpty() && unmapped.isEmpty()) {
      return means;
    }
    Set<String> all = new LinkedHashSet<>(means);
    all.add(Medicines.CLASS);
    return all;
  }

  /** Whether any rule can use it. */
  boolean known() {
    return drug.isPresent() || other.isPresent() || unmapped.isPresent();
  }
}
