package org.glidepath.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glidepath.facts.Drug;
import org.glidepath.pharmacology.DrugTable.Code;
import org.glidepath.pharmacology.Product;
import org.glidepath.pharmacology.Product.Strength;

/** How strong a product is: by its code, else by what its name prints, else by its ingredients. */
final class ProductStrengths {

  private final ValueSets valueSets;
  private final MedicationNamesReader reader;

  ProductStrengths(ValueSets valueSets, MedicationNamesReader reader) {
    this.valueSets = valueSets;
    this.reader = reader;
  }

  /** The strength for a drug of the drug table. */
  Optional<Strength> of(Drug drug, MedicationNames names, List<MedicationPart> parts) {
    for (Code code : names.coded().codes()) {
      Optional<Strength> strength =
          reader
              .product(code)
              .filter(product -> product.drug().equals(drug))
              .flatMap(Product::strength);
      if (strength.isPresent()) {
        return strength;
      }
    }
    boolean namesIt = names.byText().contains(drug) || names.byText().isEmpty();
    Optional<Strength> printed =
        namesIt ? Strengths.inNames(names.coded().texts(), drug.name()) : Optional.empty();
    return printed.or(() -> ofPart(drug, parts));
  }

  /**
   * Of a drug that is not in the drug table, by its names and those that value sets have for it;
   * empty where no value set knows its name.
   */
  Optional<Strength> ofOther(String name, MedicationNames names, List<MedicationPart> parts) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>(names.coded().texts());
    names.coded().codes().forEach(code -> valueSets.display(code).ifPresent(texts::add));
    return Strengths.inNames(texts, name)
        .or(
            () ->
                parts.size() == 1
                    ? Strengths.ofIngredient(parts.get(0).strength())
                    : Optional.empty());
  }

  private Optional<Strength> ofPart(Drug drug, List<MedicationPart> parts) {
    for (MedicationPart part : parts) {
      MedicationNames names = reader.of(part.coded());
      boolean same = names.byCode().contains(drug) || names.byText().contains(drug);
      if (same || parts.size() == 1) {
        return Strengths.ofIngredient(part.strength());
      }
    }
    return Optional.empty();
  }
}
