package org.glidepath.fhir;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Drug;
import org.glidepath.pharmacology.DrugTable;
import org.glidepath.pharmacology.DrugTable.Code;
import org.glidepath.pharmacology.Product;

/** Looks up the codes and names of a medication in the drug table and the value sets. */
final class MedicationNamesReader {

  private final ValueSets valueSets;
  private final DrugTable drugs;

  MedicationNamesReader(ValueSets valueSets, DrugTable drugs) {
    this.valueSets = valueSets;
    this.drugs = drugs;
  }

  /** What codes and texts say. */
  MedicationNames of(Coded coded) {
    Set<Drug> byCode = new LinkedHashSet<>();
    for (Code code : coded.codes()) {
      product(code).map(Product::drug).or(() -> drugs.byCode(code)).ifPresent(byCode::add);
    }
    String text = coded.text();
    return new MedicationNames(
        coded,
        byCode,
        new LinkedHashSet<>(drugs.namedIn(text)),
        coded.meaning(valueSets),
        valueSets.ingredientsIn(text));
  }

  /** The product that a code stands for, in whatever spelling its system allows. */
  Optional<Product> product(Code code) {
    return drugs
        .product(code)
        .or(
            () ->
                drugs.product(
                    new Code(code.system(), CodeSystems.spelling(code.system(), code.code()))));
  }
}
