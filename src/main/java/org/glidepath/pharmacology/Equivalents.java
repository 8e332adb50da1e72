package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Range;

/**
 * Doses as milligrams of oral diazepam. Published tables disagree up to fourfold, so the answer is
 * always a range.
 */
public final class Equivalents {

  /** The drug that equivalents are expressed in. */
  public static final String REFERENCE = "diazepam";

  private static final BigDecimal REFERENCE_MG = BigDecimal.TEN;

  private Equivalents() {}

  /**
   * A dose as mg of oral diazepam: dose x 10 / largest published equivalent of 10 mg diazepam, to
   * dose x 10 / smallest (rules catalogue, Conventions: DZE_lo and DZE_hi).
   *
   * @param drug what the dose is of
   * @param mg mg of the drug
   * @return mg diazepam; empty where no table lists the drug
   */
  public static Optional<Range> inDiazepam(Drug drug, Range mg) {
    return drug.equivalentTo10MgDiazepam()
        .map(
            equivalent ->
                new Range(
                    convert(mg.low(), equivalent.high()), convert(mg.high(), equivalent.low())));
  }

  private static BigDecimal convert(BigDecimal mg, BigDecimal equivalentTo10Mg) {
    return mg.multiply(REFERENCE_MG).divide(equivalentTo10Mg, MathContext.DECIMAL64);
  }
}
