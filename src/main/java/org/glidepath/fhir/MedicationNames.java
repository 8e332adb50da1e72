package org.glidepath.fhir;

import java.util.List;
import java.util.Set;
import org.glidepath.facts.Drug;
import org.glidepath.fhir.ValueSets.Ingredient;
import org.glidepath.pharmacology.DrugTable;

/** What the codes and names of a medication, in their order, say together. */
record MedicationNames(
    Coded coded,
    Set<Drug> byCode,
    Set<Drug> byText,
    Set<String> codeMeans,
    List<Ingredient> ingredients) {

  /** Ingredients in the text that are no benzodiazepine. */
  List<Ingredient> others(DrugTable drugs) {
    return ingredients.stream()
        .filter(ingredient -> drugs.namedIn(ingredient.name()).isEmpty())
        .filter(ingredient -> !ingredient.means().equals(Set.of(Medicines.CLASS)))
        .filter(ingredient -> !ingredient.means().contains(Medicines.FORM))
        .toList();
  }
}
