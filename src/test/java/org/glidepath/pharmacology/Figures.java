package org.glidepath.pharmacology;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.glidepath.pharmacology.TaperFigures.Ceiling;
import org.glidepath.pharmacology.TaperFigures.Pace;
import org.glidepath.pharmacology.TaperFigures.Tail;

/** The figures of the guideline, for tests: ASAM-3 and ASAM-7 the paces, CKS and MAUD the tail. */
public final class Figures {

  /** The day of every evaluation. */
  static final LocalDate TODAY = LocalDate.parse("2026-03-01");

  static final Pace USUAL = new Pace(mg("10"), 28);
  static final Pace SLOW = new Pace(mg("5"), 28);
  static final Ceiling CEILING = new Ceiling(mg("25"), 14);
  static final Tail TAIL = new Tail(mg("5"), mg("1"), 7, mg("4"), mg("24.7"));
  static final TaperFigures TAPER = new TaperFigures(USUAL, SLOW, 84, CEILING, TAIL);

  static final SwitchFigures SWITCH = new SwitchFigures("ashton", 14, 7, mg("50"), mg("40"));
  public static final Conventions CONVENTIONS =
      new Conventions(31, 7, TAPER, SWITCH, Map.of("ashton", "Ashton"));

  private Figures() {}

  static BigDecimal mg(String number) {
    return new BigDecimal(number);
  }
}
