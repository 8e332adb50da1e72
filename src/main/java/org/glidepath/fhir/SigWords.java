package org.glidepath.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glidepath.facts.Range;

/** The phrases of a dosage text, one after the other, each with what it says. */
final class SigWords {

  private record Phrase(Pattern pattern, Function<Matcher, Optional<SigToken>> meaning) {}

  private static final String N = "(\\d+(?:\\.\\d+)?)";
  private static final String N_TO_N = N + "(?:\\s*(?:-|to|or)\\s*" + N + ")?";
  private static final String UNIT =
      "\\s*(mg|mcg|ug|\u00b5g|milligrams?|micrograms?|grams?|mls?|milliliters?|tablets?|tabs?"
          + "|capsules?|caps?|pills?|caplets?|films?|strips?|drops?|gtts?|puffs?|sprays?)(?:\\(s\\))?";
  private static final String TIME =
      "(h|hrs?|hours?|d|days?|daily|wks?|weeks?|weekly|months?|monthly)";
  private static final String REASON =
      "(?:acute |severe |mild |moderate |breakthrough |increased |muscle |panic |difficulty )*"
          + "(?:anxiety|sleep|sleeping|insomnia|agitation|seizures?|spasms?|withdrawal|symptoms?"
          + "|tremors?|attacks?|panic|nausea|restlessness|vertigo|irritability)";

  private static final String REASONS = REASON + "(?:(?:,|/| or| and) ?" + REASON + ")*";

  /** Tried in this order at every place of the text. */
  private static final List<Phrase> PHRASES =
      List.of(
          phrase(
              "(?:max(?:imum)?(?: of)?:?|(?:do )?not (?:to )?exceed|do not take more than|no more than)\\s*"
                  + N
                  + "()"
                  + UNIT
                  + "\\s*(?:/|in|per|a|each)?\\s*(?:24 ?(?:h|hrs?|hours)|day|daily)",
              m -> amount(m).map(SigToken.Most::new)),
          phrase(
              "(?:max(?:imum)?(?: of)?:?|(?:do )?not (?:to )?exceed|do not take more than|no more than)\\s*"
                  + N
                  + "\\s*(?:/|in|per|a|each)?\\s*(?:24 ?(?:h|hrs?|hours)|day|daily)",
              m -> Optional.of(new SigToken.MostCounted(new BigDecimal(m.group(1))))),
          phrase(
              "max(?:imum)? daily (?:amount|dose):?\\s*" + N + "()" + UNIT,
              m -> amount(m).map(SigToken.Most::new)),
          // "5 mg = 1 tab(s)", "5 mg to 10 mg"
          phrase(N + "()" + UNIT + "\\s*=\\s*" + N + UNIT, SigWords::same),
          phrase(N + UNIT + "\\s*(?:-|to)\\s*" + N + UNIT, SigWords::between),
          phrase(
              N_TO_N + UNIT + "\\s*(?:in )?(?:total|dose)",
              m -> amount(m).map(amount -> new SigToken.Dose(amount, true))),
          // A strength, "5 mg tablet", is no dose: how many of them the text may not say.
          phrase(N + "\\s*m?c?g\\s+(?:tab|cap|pill)\\w*", m -> Optional.empty()),
          phrase(N_TO_N + UNIT, m -> amount(m).map(amount -> new SigToken.Dose(amount, false))),
          phrase(
              N_TO_N + "\\s*(?:x|times?)\\s*(?:/|a|per|each|every)?\\s*" + TIME,
              m -> often(range(m), BigDecimal.ONE, m.group(3))),
          phrase(
              "(?:every|each|q)\\s*(?:other|2nd|second) day",
              m -> often(Range.of(BigDecimal.ONE), BigDecimal.valueOf(2), "d")),
          phrase("(?:every|q)\\s*" + N_TO_N + "\\s*" + TIME, m -> every(range(m), m.group(3))),
          dayPart("MORN", "(?:in the |every |each )?morning|(?:in (?:the )?)?am|q\\.?am"),
          dayPart("NOON", "(?:at )?(?:noon|midday|lunch(?:time)?)"),
          dayPart("AFT", "(?:in the |every |each )?afternoon"),
          dayPart("EVE", "(?:in the |every |each )?evening|(?:in (?:the )?)?pm|q\\.?pm"),
          dayPart(
              "HS", "(?:at |every |each |before )?(?:bedtime|bed|night)|nightly|q?\\.?hs|nocte"),
          phrase(
              "(?:divided )?(?:in|into) (\\d{1,2}) (?:equal(?:ly)? )?divided doses"
                  + "|divided (?:in|into) (\\d{1,2}) (?:equal )?doses",
              SigWords::divided),
          phrase(
              "daily|every day|each day|a day|per day|/ ?(?:d|day|24 ?(?:h|hrs?|hours))",
              m -> Optional.of(new SigToken.Often(Rate.daily(1)))),
          phrase(
              "weekly|every week|each week|a week|per week",
              m -> often(Range.of(BigDecimal.ONE), BigDecimal.ONE, "wk")),
          phrase(
              "(?:as|when|if) (?:needed|required|necessary)|p\\.?r\\.?n\\.?(?::? ?(?:for )?"
                  + REASONS
                  + ")?|up to",
              m -> Optional.of(new SigToken.AsNeeded())),
          phrase("(?:for|x)\\s*" + N + "\\s*" + TIME, SigWords::forDays),
          // What the pharmacy is to hand over, "# 60 tab, 0 refills", is no dose.
          phrase(
              "(?:#|(?:dispense|disp|qty|quantity):?) ?"
                  + N
                  + "(?:"
                  + UNIT
                  + ")?|"
                  + N
                  + " ?refills?",
              m -> Optional.of(new SigToken.Filler())),
          phrase("for " + REASONS, m -> Optional.of(new SigToken.Filler())),
          phrase("and|[.,;&/+]", m -> Optional.of(new SigToken.And())),
          phrase(
              "take|takes|give|use|swallow|dissolve|place|(?:on|under)(?: the)? tongue|scheduled|by mouth|per mouth|p\\.?o\\.?|via|oral(?:ly)?(?: route)?"
                  + "|sublingual(?:ly)?|with(?: or without)? food|with water|please|[:()]",
              m -> Optional.of(new SigToken.Filler())),
          phrase("[a-z]\\.?[a-z]\\.?[a-z]?\\.?", SigWords::abbreviation));

  private SigWords() {}

  /** The phrases of a text; empty where a part of it is not understood. */
  static Optional<List<SigToken>> tokens(String text) {
    String rest = SigText.plain(text);
    List<SigToken> tokens = new ArrayList<>();
    while (!rest.isEmpty()) {
      Matcher matcher = null;
      Phrase found = null;
      for (Phrase phrase : PHRASES) {
        matcher = phrase.pattern().matcher(rest);
        if (matcher.lookingAt()) {
          found = phrase;
          break;
        }
      }
      Optional<SigToken> token =
          found == null || matcher == null ? Optional.empty() : found.meaning().apply(matcher);
      if (token.isEmpty() || matcher == null) {
        return Optional.empty();
      }
      tokens.add(token.get());
      rest = rest.substring(matcher.end()).strip();
    }
    return Optional.of(tokens);
  }

  private static Phrase phrase(String regex, Function<Matcher, Optional<SigToken>> meaning) {
    return new Phrase(
        Pattern.compile("(?:" + regex + ")(?:(?<![\\p{L}\\p{N}])|(?![\\p{L}\\p{N}]|[.,]\\d))"),
        meaning);
  }

  private static Phrase dayPart(String name, String regex) {
    return phrase(regex, m -> Optional.of(new SigToken.DayPart(name)));
  }

  /** Groups 1 to 3: the number, the upper number where there is one, the unit. */
  private static Optional<Amount> amount(Matcher match) {
    Range value = range(match);
    return Units.of(match.group(3))
        .filter(unit -> value.low().signum() > 0)
        .map(unit -> new Amount(value, unit));
  }

  /** A mass, and how much of the product that is: the mass counts. */
  private static Optional<SigToken> same(Matcher match) {
    return amount(match)
        .filter(amount -> amount.unit().kind() == Units.Kind.MASS)
        .map(amount -> new SigToken.Dose(amount, true));
  }

  /** Two amounts in one unit. */
  private static Optional<SigToken> between(Matcher match) {
    BigDecimal low = new BigDecimal(match.group(1));
    BigDecimal high = new BigDecimal(match.group(3));
    return Units.of(match.group(2))
        .filter(unit -> Units.of(match.group(4)).filter(unit::equals).isPresent())
        .filter(unit -> low.signum() > 0 && low.compareTo(high) <= 0)
        .map(unit -> new SigToken.Dose(new Amount(new Range(low, high), unit), false));
  }

  private static Range range(Matcher match) {
    BigDecimal one = new BigDecimal(match.group(1));
    String other = match.group(2);
    BigDecimal two = other == null || other.isEmpty() ? one : new BigDecimal(other);
    return new Range(one.min(two), one.max(two));
  }

  private static Optional<SigToken> often(Range times, BigDecimal period, String unit) {
    return Optional.of(new SigToken.Often(Rate.spread(times, Range.of(period), unit(unit))));
  }

  private static Optional<SigToken> every(Range period, String unit) {
    return Optional.of(
        new SigToken.Often(Rate.spread(Range.of(BigDecimal.ONE), period, unit(unit))));
  }

  private static Rate.Unit unit(String word) {
    return switch (word.charAt(0)) {
      case 'h' -> Rate.Unit.HOUR;
      case 'd' -> Rate.Unit.DAY;
      case 'w' -> Rate.Unit.WEEK;
      default -> Rate.Unit.MONTH;
    };
  }

  private static Optional<SigToken> divided(Matcher match) {
    int doses = Integer.parseInt(match.group(1) == null ? match.group(2) : match.group(1));
    return doses > 1 ? Optional.of(new SigToken.Divided(doses)) : Optional.empty();
  }

  private static Optional<SigToken> forDays(Matcher match) {
    BigDecimal days =
        switch (match.group(2).charAt(0)) {
          case 'd' -> BigDecimal.ONE;
          case 'w' -> BigDecimal.valueOf(7);
          case 'm' -> BigDecimal.valueOf(31);
          default -> BigDecimal.ZERO;
        };
    BigDecimal length = new BigDecimal(match.group(1)).multiply(days);
    return length.signum() > 0 && length.compareTo(BigDecimal.valueOf(3660)) < 0
        ? Optional.of(new SigToken.ForDays(length.intValue()))
        : Optional.empty();
  }

  private static Optional<SigToken> abbreviation(Matcher match) {
    return TimingCodes.rate(match.group().replace(".", "")).map(SigToken.Often::new);
  }
}
