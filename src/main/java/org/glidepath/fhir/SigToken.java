package org.glidepath.fhir;

import java.math.BigDecimal;

/** What a phrase of a dosage text says. */
sealed interface SigToken {
  /** An amount to take; {@code total} where the text calls it the total of a dose. */
  record Dose(Amount amount, boolean total) implements SigToken {}

  /** So often. */
  record Often(Rate rate) implements SigToken {}

  /** At one time of the day. */
  record DayPart(String name) implements SigToken {}

  /** Only when needed. */
  record AsNeeded() implements SigToken {}

  /** No more than this in a day. */
  record Most(Amount amount) implements SigToken {}

  /** No more than so many in a day, of what it does not say. */
  record MostCounted(BigDecimal count) implements SigToken {}

  /** What was named before is the amount of a day, in so many doses. */
  record Divided(int doses) implements SigToken {}

  /** So many days long. */
  record ForDays(int days) implements SigToken {}

  /** Divides what stands before from what stands after. */
  record And() implements SigToken {}

  /** Says nothing about the dose. */
  record Filler() implements SigToken {}
}
