package org.glidepath.fhir;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glidepath.facts.Range;

/**
 * Codes and abbreviations for how often: those of HL7's GTSAbbreviation that FHIR's timing codes
 * use, and the Latin ones that prescribers write.
 */
final class TimingCodes {

  private static final Map<String, Rate> RATES =
      Map.ofEntries(
          Map.entry("bid", Rate.daily(2)),
          Map.entry("bd", Rate.daily(2)),
          Map.entry("tid", Rate.daily(3)),
          Map.entry("tds", Rate.daily(3)),
          Map.entry("qid", Rate.daily(4)),
          Map.entry("qds", Rate.daily(4)),
          Map.entry("qd", Rate.daily(1)),
          Map.entry("od", Rate.daily(1)),
          Map.entry("daily", Rate.daily(1)),
          Map.entry("am", Rate.daily(1)),
          Map.entry("pm", Rate.daily(1)),
          Map.entry("qam", Rate.daily(1)),
          Map.entry("qpm", Rate.daily(1)),
          Map.entry("bed", Rate.daily(1)),
          Map.entry("hs", Rate.daily(1)),
          Map.entry("qhs", Rate.daily(1)),
          Map.entry("nightly", Rate.daily(1)),
          Map.entry("qod", spread("2", Rate.Unit.DAY)),
          Map.entry("wk", spread("1", Rate.Unit.WEEK)),
          Map.entry("weekly", spread("1", Rate.Unit.WEEK)),
          Map.entry("mo", spread("1", Rate.Unit.MONTH)));

  private static final Pattern EVERY_HOURS = Pattern.compile("q(\\d{1,2})h");

  private TimingCodes() {}

  /** How often a code or abbreviation says, in any case; empty where it is not known. */
  static Optional<Rate> rate(String code) {
    String lower = code.toLowerCase(Locale.ROOT).strip();
    Rate known = RATES.get(lower);
    if (known != null) {
      return Optional.of(known);
    }
    Matcher hours = EVERY_HOURS.matcher(lower);
    return hours.matches() ? Optional.of(spread(hours.group(1), Rate.Unit.HOUR)) : Optional.empty();
  }

  private static Rate spread(String period, Rate.Unit unit) {
    return Rate.spread(Range.of("1"), Range.of(period), unit);
  }
}
