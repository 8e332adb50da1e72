package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.util.Optional;
import org.glidepath.facts.Drug;

/**
 * A marketed product of a benzodiazepine or Z-drug, one row of {@code rules/drugs/products.csv}.
 *
 * @param drug the active ingredient
 * @param strength how much of it is in how much of the product; empty where the product's name does
 *     not say
 * @param form dose form as printed: "Oral Tablet", "Injectable Solution"
 * @param combination whether it holds another drug too
 */
public record Product(Drug drug, Optional<Strength> strength, String form, boolean combination) {

  /**
   * Strength of a product: {@code mg} of the drug in {@code per} {@code unit}: 5 mg in 1 tablet, 1
   * mg in 1 mL.
   *
   * @param mg mg of the drug, above zero
   * @param per amount of the product that holds it, above zero
   * @param unit "mL" for a liquid, "actuation" for a spray, else the countable dose form: "tablet",
   *     "capsule", "film"
   */
  public record Strength(BigDecimal mg, BigDecimal per, String unit) {}
}
