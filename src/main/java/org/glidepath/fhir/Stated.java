package org.glidepath.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.glidepath.facts.Range;
import org.glidepath.pharmacology.Estimate;
import org.glidepath.pharmacology.Product.Strength;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Timing;

/**
 * What one FHIR Dosage states, by its structured part and, where that is silent, by its text.
 *
 * @param dose mg of one dose
 * @param rate how often
 * @param asNeeded only when needed
 * @param most upper limit; empty where there is none
 * @param dayTimes the times of the day that it names
 * @param bounds from when until when it holds
 * @param sequence its place among several instructions; empty where it has none
 * @param inWords what its text states of all that its structured part states too; empty where the
 *     two cannot be held against each other with certainty
 */
record Stated(
    Estimate dose,
    Rate rate,
    boolean asNeeded,
    Optional<Limit> most,
    Set<String> dayTimes,
    Bounds bounds,
    Optional<Integer> sequence,
    Optional<Stated> inWords) {

  private static final Pattern AS_NEEDED =
      Pattern.compile(
          "\\b(?:(?:as|when|if) (?:needed|required|necessary)\\b|p\\.?r\\.?n\\b)",
          Pattern.CASE_INSENSITIVE);

  /** No more than so many mg in so many days. */
  record Limit(Range mg, BigDecimal days) {

    /** The most that one day leaves room for: of 5 mg in 6 hours, 20 mg. */
    BigDecimal onOneDay() {
      return days.compareTo(BigDecimal.ONE) >= 0
          ? mg.high()
          : mg.high().divide(days, MathContext.DECIMAL64);
    }
  }

  static Stated of(Dosage dosage, Optional<Strength> strength, Dates dates) {
    Estimate dose = DoseReader.mg(dosage, strength);
    Rate rate = TimingReader.rate(dosage.getTiming());
    String text = text(dosage);
    Optional<Sig> words = Sig.read(text);
    Set<String> named = TimingReader.dayTimes(dosage.getTiming());
    Set<String> times = named.isEmpty() ? words.map(Sig::dayTimes).orElse(named) : named;
    Optional<Sig> sig = silent(dose) || silent(rate) ? words : Optional.empty();
    boolean prn = asNeeded(dosage, text) || sig.map(Sig::asNeeded).orElse(false);
    Optional<Limit> most =
        Limits.of(dosage, strength).or(() -> sig.flatMap(said -> Limits.of(said, strength)));
    Bounds bounds = bounds(dosage.getTiming(), rate, dates, sig);
    Optional<Integer> sequence =
        dosage.hasSequence() ? Optional.of(dosage.getSequence()) : Optional.empty();
    if (sig.isEmpty()) {
      boolean unread = !text.isEmpty() && silent(dose) && silent(rate);
      return unread
          ? unknown("dosage text not understood", prn, bounds, sequence)
          : new Stated(dose, rate, prn, most, times, bounds, sequence, Optional.empty())
              .beside(words, strength);
    }
    return new Stated(
        completed(dose, rate, sig.get(), strength),
        completed(rate, dose, sig.get(), strength),
        prn,
        most,
        times,
        bounds,
        sequence,
        Optional.empty());
  }

  /** The same with what the text says of the whole. */
  private Stated beside(Optional<Sig> words, Optional<Strength> strength) {
    return with(words.flatMap(sig -> inWords(sig, strength)));
  }

  /** The same without what the text says of it. */
  Stated asCoded() {
    return with(Optional.empty());
  }

  private Stated with(Optional<Stated> words) {
    return new Stated(dose, rate, asNeeded, most, dayTimes, bounds, sequence, words);
  }

  /**
   * What the text says of the dose and of how often. Not where the drug is taken as needed, for
   * then the one may name a dose and the other a maximum; not where the text adds up different
   * doses, of which the structured part may be one; not where it sets an end that the structured
   * part does not know.
   */
  private Optional<Stated> inWords(Sig sig, Optional<Strength> strength) {
    boolean sameEnd = sig.forDays().isEmpty() || sig.forDays().equals(bounds.days());
    boolean zero = dose.known().filter(Range::zero).isPresent();
    if (asNeeded || sig.asNeeded() || sig.summed() || !sameEnd || zero) {
      return Optional.empty();
    }
    Optional<Limit> limit = most.or(() -> Limits.of(sig, strength));
    return sig.dose()
        .flatMap(
            amount ->
                sig.rate()
                    .map(
                        often ->
                            new Stated(
                                amount.mg(strength),
                                often,
                                false,
                                limit,
                                dayTimes,
                                bounds,
                                sequence,
                                Optional.empty())));
  }

  /** An instruction of which nothing can be computed. */
  static Stated unknown(String reason) {
    return unknown(reason, false, Bounds.NONE, Optional.empty());
  }

  private static Stated unknown(
      String reason, boolean asNeeded, Bounds bounds, Optional<Integer> sequence) {
    return new Stated(
        Estimate.unknown(reason),
        Rate.unknown(reason),
        asNeeded,
        Optional.empty(),
        Set.of(),
        bounds,
        sequence,
        Optional.empty());
  }

  /** The dose of the text where the structured part has none and they agree on how often. */
  private static Estimate completed(
      Estimate dose, Rate rate, Sig sig, Optional<Strength> strength) {
    if (!silent(dose) || sig.dose().isEmpty()) {
      return dose;
    }
    boolean agree = silent(rate) || sig.rate().isEmpty() || sig.rate().get().equals(rate);
    return agree
        ? sig.dose().get().mg(strength)
        : Estimate.unknown("dosage text and timing differ");
  }

  /** The frequency of the text where the structured part has none and they agree on the dose. */
  private static Rate completed(Rate rate, Estimate dose, Sig sig, Optional<Strength> strength) {
    if (!silent(rate) || sig.rate().isEmpty()) {
      return rate;
    }
    boolean agree =
        silent(dose) || sig.dose().isEmpty() || same(sig.dose().get().mg(strength), dose);
    return agree ? sig.rate().get() : Rate.unknown("dosage text and dose differ");
  }

  private static boolean same(Estimate one, Estimate other) {
    return one.known()
        .flatMap(
            mine ->
                other
                    .known()
                    .map(
                        theirs ->
                            mine.low().compareTo(theirs.low()) == 0
                                && mine.high().compareTo(theirs.high()) == 0))
        .orElse(true);
  }

  private static boolean silent(Estimate dose) {
    return dose.equals(Estimate.unknown(DoseReader.NO_DOSE));
  }

  private static boolean silent(Rate rate) {
    return rate.equals(Rate.unknown(TimingReader.NO_FREQUENCY));
  }

  private static String text(Dosage dosage) {
    if (dosage.hasText()) {
      return dosage.getText();
    }
    return dosage.hasPatientInstruction() ? dosage.getPatientInstruction() : "";
  }

  private static boolean asNeeded(Dosage dosage, String text) {
    boolean structured =
        dosage.hasAsNeededCodeableConcept()
            || (dosage.hasAsNeededBooleanType()
                && Boolean.TRUE.equals(dosage.getAsNeededBooleanType().getValue()));
    return structured
        || AS_NEEDED.matcher(text).find()
        || AS_NEEDED.matcher(TimingReader.codeText(dosage.getTiming())).find()
        || dosage.getAdditionalInstruction().stream()
            .anyMatch(more -> AS_NEEDED.matcher(String.valueOf(more.getText())).find());
  }

  private static Bounds bounds(Timing timing, Rate rate, Dates dates, Optional<Sig> sig) {
    Bounds bounds = Bounds.of(timing, rate, dates);
    return bounds.none() && sig.isPresent() ? Bounds.lasting(sig.get().forDays()) : bounds;
  }
}
