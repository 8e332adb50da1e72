package org.glidepath.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A benzodiazepine or Z-drug as {@code rules/drugs/benzodiazepines.csv} describes it.
 *
 * @param name the international nonproprietary name, lower case
 * @param zDrug zolpidem, zopiclone, eszopiclone, zaleplon
 * @param designer a novel synthetic that is not licensed where the rule book is used
 * @param durationClass how long it acts, active metabolites included
 * @param avoidSwitchInHepaticImpairment an oxidised long-acting drug that nobody should be switched
 *     to with a failing liver (rule SW-003)
 * @param lacksSmallStepProduct its products are too coarse to taper in small steps (source PQ);
 *     false where unknown
 * @param equivalentTo10MgDiazepam mg of this drug published as equal to 10 mg of oral diazepam,
 *     smallest to largest over all tables; empty where no table lists it
 */
public record Drug(
    String name,
    boolean zDrug,
    boolean designer,
    DurationClass durationClass,
    boolean avoidSwitchInHepaticImpairment,
    boolean lacksSmallStepProduct,
    Optional<Range> equivalentTo10MgDiazepam) {

  /** How long a drug acts, active metabolites included. */
  public enum DurationClass {
    SHORT,
    INTERMEDIATE,
    LONG,
    UNKNOWN
  }

  /**
   * How far the published tables disagree: largest equivalent / smallest, 1 where they agree or no
   * table lists the drug.
   */
  public BigDecimal equivalentSpread() {
    return equivalentTo10MgDiazepam
        .map(range -> range.high().divide(range.low(), MathContext.DECIMAL32))
        .orElse(BigDecimal.ONE);
  }

  @Override
  public String toString() {
    return name;
  }
}
