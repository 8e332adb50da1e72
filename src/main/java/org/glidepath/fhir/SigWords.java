package org.glidepath.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glidepath.facts.Range;

/** The phrases of a dosage text, one after the other, each with what it says. */
final class SigWords {

  /** What a phrase of a dosage text says. */
  sealed interface Token {
    /** An amount to take; {@code total} where the text calls it the total of a dose. */
    record Dose(Amount amount, boolean total) implements Token {}

    /** So often. */
    record Often(Rate rate) implements Token {}

    /** At one time of the day. */
    record DayPart(String name) implements Token {}

    /** Only when needed. */
    record AsNeeded() implements Token {}

    /** No more than this in a day. */
    record Most(Amount amount) implements Token {}

    /** So many days long. */
    record ForDays(int days) implements Token {}

    /** Divides what stands before from what stands after. */
    record And() implements Token {}

    /** Says nothing about the dose. */
    record Filler() implements Token {}
  }

  private record Phrase(Pattern pattern, Function<Matcher, Optional<Token>> meaning) {}

  private static final String N = "(\\d+(?:\\.\\d+)?)";
  private static final String N_TO_N = N + "(?:\\s*(?:-|to|or)\\s*" + N + ")?";
  private static final String UNIT =
      "\\s*(mg|mcg|ug|\u00b5g|milligrams?|micrograms?|grams?|ml|milliliters?|tablets?|tabs?"
          + "|capsules?|caps?|pills?|caplets?|films?|strips?|drops?|gtts?|puffs?|sprays?)(?:\\(s\\))?";
  private static final String TIME =
      "(h|hrs?|hours?|d|days?|daily|wks?|weeks?|weekly|months?|monthly)";
  private static final String REASON =
      "(?:acute |severe |mild |moderate |breakthrough |increased |muscle |panic |difficulty )*"
          + "(?:anxiety|sleep|sleeping|insomnia|agitation|seizures?|spasms?|withdrawal|symptoms?"
          + "|tremors?|attacks?|panic|nausea|restlessness|vertigo|irritability)";

  /** Tried in this order at every place of the text. */
  private static final List<Phrase> PHRASES =
      List.of(
          phrase(
              "(?:max(?:imum)?(?: of)?:?|(?:do )?not (?:to )?exceed|do not take more than|no more than)\\s*"
                  + N
                  + "()"
                  + UNIT
                  + "\\s*(?:/|in|per|a|each)?\\s*(?:24 ?(?:h|hrs?|hours)|day|daily)",
              m -> amount(m).map(Token.Most::new)),
          phrase(
              N_TO_N + UNIT + "\\s*(?:in )?(?:total|dose)",
              m -> amount(m).map(amount -> new Token.Dose(amount, true))),
          // A strength, "5 mg tablet", is no dose: how many of them the text may not say.
          phrase(N + "\\s*m?c?g\\s+(?:tab|cap|pill)\\w*", m -> Optional.empty()),
          phrase(N_TO_N + UNIT, m -> amount(m).map(amount -> new Token.Dose(amount, false))),
          phrase(
              N_TO_N + "\\s*(?:x|times?)\\s*(?:/|a|per|each|every)?\\s*" + TIME,
              m -> often(range(m), BigDecimal.ONE, m.group(3))),
          phrase(
              "(?:every|each|q)\\s*(?:other|2nd|second) day",
              m -> often(Range.of(BigDecimal.ONE), BigDecimal.valueOf(2), "d")),
          phrase("(?:every|q)\\s*" + N_TO_N + "\\s*" + TIME, m -> every(range(m), m.group(3))),
          dayPart("MORN", "(?:in the |every |each )?morning|q\\.?am|am"),
          dayPart("NOON", "(?:at )?(?:noon|midday|lunch(?:time)?)"),
          dayPart("AFT", "(?:in the |every |each )?afternoon"),
          dayPart("EVE", "(?:in the |every |each )?evening|q\\.?pm|pm"),
          dayPart(
              "HS", "(?:at |every |each |before )?(?:bedtime|bed|night)|nightly|q?\\.?hs|nocte"),
          phrase(
              "daily|every day|each day|a day|per day",
              m -> Optional.of(new Token.Often(Rate.daily(1)))),
          phrase(
              "weekly|every week|each week|a week|per week",
              m -> often(Range.of(BigDecimal.ONE), BigDecimal.ONE, "wk")),
          phrase(
              "(?:as|when|if) (?:needed|required|necessary)|p\\.?r\\.?n\\.?|up to",
              m -> Optional.of(new Token.AsNeeded())),
          phrase("(?:for|x)\\s*" + N + "\\s*" + TIME, SigWords::forDays),
          phrase(
              "for " + REASON + "(?:(?:,|/| or| and) ?" + REASON + ")*",
              m -> Optional.of(new Token.Filler())),
          phrase("and|[.,;&/+]", m -> Optional.of(new Token.And())),
          phrase(
              "take|takes|give|use|swallow|by mouth|per mouth|p\\.?o\\.?|via|oral(?:ly)?(?: route)?"
                  + "|sublingual(?:ly)?|with(?: or without)? food|with water|please|[:()]",
              m -> Optional.of(new Token.Filler())),
          phrase("[a-z]\\.?[a-z]\\.?[a-z]?\\.?", SigWords::abbreviation));

  private static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("ten", "10"),
          Map.entry("twelve", "12"),
          Map.entry("once", "1 times"),
          Map.entry("twice", "2 times"),
          Map.entry("thrice", "3 times"));

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private SigWords() {}

  /** The phrases of a text; empty where a part of it is not understood. */
  static Optional<List<Token>> tokens(String text) {
    String rest = plain(text);
    List<Token> tokens = new ArrayList<>();
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
      Optional<Token> token =
          found == null || matcher == null ? Optional.empty() : found.meaning().apply(matcher);
      if (token.isEmpty() || matcher == null) {
        return Optional.empty();
      }
      tokens.add(token.get());
      rest = rest.substring(matcher.end()).strip();
    }
    return Optional.of(tokens);
  }

  /** Lower case, numbers as digits, halves as decimals, "2 (two)" as "2". */
  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
    String digits =
        WORD.matcher(lower).replaceAll(match -> NUMBERS.getOrDefault(match.group(), match.group()));
    return digits
        .replace("\u2013", "-")
        .replaceAll("(?<!\\d)[.,](?=\\d)", "0.")
        .replaceAll("\\b(\\d+) ?\\(\\1(?: times)?\\)", "$1")
        .replaceAll("1[- ]half(?: an?| of an?)?\\b|\\bhalf an?\\b|\\bhalf\\b", "1/2")
        .replace("\u00bd", " 1/2")
        .replace("\u00bc", " 1/4")
        .replaceAll("\\b(\\d)(?: and |-| )+(?:an? )?1/2", "$1.5")
        .replaceAll("(?<![\\d./])1/2(?![\\d/])", "0.5")
        .replaceAll("(?<![\\d./])1/4(?![\\d/])", "0.25")
        .replaceAll("\\b(?:an?)(?= (?:tab|cap|pill))", "1")
        .replaceAll("(?<=\\d),(?=\\d{1,2}(?!\\d))", ".")
        .strip();
  }

  private static Phrase phrase(String regex, Function<Matcher, Optional<Token>> meaning) {
    return new Phrase(
        Pattern.compile("(?:" + regex + ")(?:(?<![\\p{L}\\p{N}])|(?![\\p{L}\\p{N}]|[.,]\\d))"),
        meaning);
  }

  private static Phrase dayPart(String name, String regex) {
    return phrase(regex, m -> Optional.of(new Token.DayPart(name)));
  }

  /** Groups 1 to 3: the number, the upper number where there is one, the unit. */
  private static Optional<Amount> amount(Matcher match) {
    Range value = range(match);
    return Units.of(match.group(3))
        .filter(unit -> value.low().signum() > 0)
        .map(unit -> new Amount(value, unit));
  }

  private static Range range(Matcher match) {
    BigDecimal one = new BigDecimal(match.group(1));
    String other = match.group(2);
    BigDecimal two = other == null || other.isEmpty() ? one : new BigDecimal(other);
    return new Range(one.min(two), one.max(two));
  }

  private static Optional<Token> often(Range times, BigDecimal period, String unit) {
    return Optional.of(new Token.Often(Rate.spread(times, Range.of(period), unit(unit))));
  }

  private static Optional<Token> every(Range period, String unit) {
    return Optional.of(new Token.Often(Rate.spread(Range.of(BigDecimal.ONE), period, unit(unit))));
  }

  private static Rate.Unit unit(String word) {
    return switch (word.charAt(0)) {
      case 'h' -> Rate.Unit.HOUR;
      case 'd' -> Rate.Unit.DAY;
      case 'w' -> Rate.Unit.WEEK;
      default -> Rate.Unit.MONTH;
    };
  }

  private static Optional<Token> forDays(Matcher match) {
    BigDecimal days =
        switch (match.group(2).charAt(0)) {
          case 'd' -> BigDecimal.ONE;
          case 'w' -> BigDecimal.valueOf(7);
          case 'm' -> BigDecimal.valueOf(31);
          default -> BigDecimal.ZERO;
        };
    BigDecimal length = new BigDecimal(match.group(1)).multiply(days);
    return length.signum() > 0 && length.compareTo(BigDecimal.valueOf(3660)) < 0
        ? Optional.of(new Token.ForDays(length.intValue()))
        : Optional.empty();
  }

  private static Optional<Token> abbreviation(Matcher match) {
    return TimingCodes.rate(match.group().replace(".", "")).map(Token.Often::new);
  }
}
