package org.glidepath.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Range;
import org.glidepath.fhir.Units.Kind;

/**
 * A dosage written in words: "take 1 tablet (5 mg total) by mouth 2 times daily as needed for
 * anxiety". English only. A text with a single phrase that is not understood is not understood at
 * all.
 *
 * @param dose amount of one dose; empty where the text names none
 * @param summed whether that is the sum of different doses in one day
 * @param rate how often; empty where the text does not say
 * @param dayTimes the times of the day that it names
 * @param asNeeded only when needed
 * @param mostPerDay upper limit of a day; empty where there is none
 * @param forDays for how many days; empty where the text sets no end
 */
record Sig(
    Optional<Amount> dose,
    boolean summed,
    Optional<Rate> rate,
    Set<String> dayTimes,
    boolean asNeeded,
    Optional<Amount> mostPerDay,
    Optional<Integer> forDays) {

  /** The dosage that a text states; empty where it is not understood without remainder. */
  static Optional<Sig> read(String text) {
    return text.isBlank() || text.length() > 300
        ? Optional.empty()
        : SigWords.tokens(text).flatMap(Sig::of);
  }

  private static Optional<Sig> of(List<SigToken> tokens) {
    boolean asNeeded = tokens.stream().anyMatch(SigToken.AsNeeded.class::isInstance);
    List<SigToken.Most> limits = all(tokens, SigToken.Most.class);
    List<SigToken.MostCounted> counts = all(tokens, SigToken.MostCounted.class);
    List<SigToken.ForDays> ends = all(tokens, SigToken.ForDays.class);
    List<Part> parts = parts(tokens);
    boolean unclear =
        limits.size() + counts.size() > 1
            || ends.size() > 1
            || (asNeeded && parts.size() > 1)
            || parts.isEmpty()
            // "2 tablets, max 4 per day": 4 tablets or 4 doses? One tablet is one dose.
            || (!counts.isEmpty() && !(parts.size() == 1 && parts.get(0).onePiece));
    parts.forEach(Part::divide);
    if (unclear || parts.stream().anyMatch(part -> part.contradiction)) {
      return Optional.empty();
    }
    Optional<Amount> most =
        limits.stream()
            .findFirst()
            .map(SigToken.Most::amount)
            .or(() -> counts.stream().findFirst().flatMap(parts.get(0)::times));
    Optional<Integer> days = ends.stream().findFirst().map(SigToken.ForDays::days);
    if (parts.size() == 1) {
      Part only = parts.get(0);
      return Optional.of(
          new Sig(only.dose, false, only.rate(), only.dayParts, asNeeded, most, days));
    }
    Optional<Rate> daily = Optional.of(Rate.daily(1));
    return sum(parts)
        .map(dose -> new Sig(Optional.of(dose), true, daily, Set.of(), false, most, days));
  }

  /** Different doses in one day, "1 mg in the morning and 2 mg at bedtime", as one dose a day. */
  private static Optional<Amount> sum(List<Part> parts) {
    Optional<Amount> total = Optional.empty();
    for (Part part : parts) {
      Optional<Rate.Known> rate = part.rate().flatMap(Rate::known);
      boolean daily = rate.isPresent() && rate.get().daysPerWeek().equals(Range.of("7"));
      if (!daily || part.dose.isEmpty()) {
        return Optional.empty();
      }
      Amount day = part.dose.get().times(rate.get().timesPerDay());
      if (total.isPresent() && !total.get().unit().equals(day.unit())) {
        return Optional.empty();
      }
      total = Optional.of(total.map(sum -> sum.plus(day)).orElse(day));
    }
    return total;
  }

  private static <T> List<T> all(List<SigToken> tokens, Class<T> kind) {
    return tokens.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Every dose with the phrases about its frequency; those before the first dose belong to it. */
  private static List<Part> parts(List<SigToken> tokens) {
    List<Part> parts = new ArrayList<>();
    Part part = new Part();
    SigToken before = new SigToken.And();
    for (SigToken token : tokens) {
      if (token instanceof SigToken.Dose && part.dose.isPresent() && part.saysWhen()) {
        parts.add(part);
        part = new Part();
        // "5 mg daily 10 mg daily": both, or a correction?
        part.contradiction = !(before instanceof SigToken.And);
      }
      part.add(token, before);
      if (!(token instanceof SigToken.Filler)) {
        before = token;
      }
    }
    parts.add(part);
    return parts;
  }

  /** One dose with its frequency, while it is being read. */
  private static final class Part {

    private Optional<Amount> dose = Optional.empty();
    private final Set<Rate> rates = new LinkedHashSet<>();
    private final Set<String> dayParts = new LinkedHashSet<>();
    private Optional<Integer> divided = Optional.empty();
    private boolean onePiece;
    private boolean contradiction;

    private void add(SigToken token, SigToken before) {
      if (token instanceof SigToken.Dose next) {
        Optional<Amount> both =
            dose.isEmpty() ? Optional.of(next.amount()) : same(dose.get(), next);
        contradiction |= both.isEmpty();
        dose = both;
        boolean piece = next.amount().unit().kind() == Kind.PIECE;
        onePiece |= piece && next.amount().value().equals(Range.of(BigDecimal.ONE));
      } else if (token instanceof SigToken.Often often) {
        rates.add(often.rate());
        contradiction |= rates.size() > 1;
      } else if (token instanceof SigToken.Divided next) {
        contradiction |= divided.isPresent();
        divided = Optional.of(next.doses());
      } else if (token instanceof SigToken.DayPart next) {
        // "in the evening at bedtime" may be one time or two; "in the morning and at bedtime" is
        // two
        contradiction |= dayParts.add(next.name()) && before instanceof SigToken.DayPart;
      }
    }

    private Optional<Amount> times(SigToken.MostCounted most) {
      return dose.map(one -> one.times(Range.of(most.count())));
    }

    /** Makes the amount of a day so many doses. */
    private void divide() {
      if (divided.isEmpty()) {
        return;
      }
      boolean ofDay = rates.equals(Set.of(Rate.daily(1))) && dayParts.isEmpty();
      dose = dose.flatMap(day -> day.dividedBy(divided.get()));
      contradiction |= !ofDay || dose.isEmpty();
      onePiece = false;
      rates.clear();
      rates.add(Rate.daily(divided.get()));
    }

    private boolean saysWhen() {
      return !rates.isEmpty() || !dayParts.isEmpty();
    }

    private Optional<Rate> rate() {
      Optional<Rate> byDayParts =
          dayParts.isEmpty() ? Optional.empty() : Optional.of(Rate.daily(dayParts.size()));
      Optional<Rate> said = rates.stream().findFirst();
      if (said.isPresent() && byDayParts.isPresent()) {
        boolean agree = said.get().timesPerDay().equals(byDayParts.get().timesPerDay());
        return agree ? said : Optional.of(Rate.unknown("dosage text contradicts itself"));
      }
      return said.or(() -> byDayParts);
    }

    /**
     * Two amounts side by side are one dose said twice, in tablets and in mg, where the text calls
     * the mg the total or where it is one tablet.
     */
    private static Optional<Amount> same(Amount first, SigToken.Dose second) {
      boolean massSecond = second.amount().unit().kind() == Kind.MASS;
      Amount mass = massSecond ? second.amount() : first;
      Amount count = massSecond ? first : second.amount();
      boolean differ = mass.unit().kind() == Kind.MASS && count.unit().kind() != Kind.MASS;
      boolean single = count.value().equals(Range.of(BigDecimal.ONE));
      return differ && (single || (massSecond && second.total()))
          ? Optional.of(mass)
          : Optional.empty();
    }
  }
}
