package org.glidepath.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;

/** Units of doses, strengths and times: UCUM codes, and the words that records use instead. */
final class Units {

  /** What an amount is an amount of. */
  enum Kind {
    /** Mass; the factor makes it mg. */
    MASS,
    /** Volume; the factor makes it mL. */
    VOLUME,
    /** Time; the factor makes it days. */
    TIME,
    /** Solid pieces: tablets, capsules, films; one goes for another. */
    PIECE,
    /** Counted, but no solid piece: drops, puffs; only like goes with like. */
    COUNTED
  }

  /**
   * A unit.
   *
   * @param kind of what
   * @param factor what one of it is in the base unit of its kind
   * @param name singular, as a person writes it: "mg", "tablet", "actuation"
   */
  record Unit(Kind kind, BigDecimal factor, String name) {}

  private static final Set<String> PIECES =
      Set.of("tablet", "capsule", "pill", "piece", "film", "suppository");
  private static final Set<String> COUNTED = Set.of("drop", "actuation", "injection");

  /** Meaning to the words for it, lower case; UCUM has no word for a tablet. */
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("mg", List.of("milligram", "milligrams", "mgs")),
          Map.entry("ug", List.of("mcg", "mcgs", "microgram", "micrograms", "\u00b5g", "\u03bcg")),
          Map.entry("g", List.of("gm", "gram", "grams")),
          Map.entry(
              "mL",
              List.of("ml", "mls", "cc", "milliliter", "milliliters", "millilitre", "millilitres")),
          Map.entry("h", List.of("hr", "hrs", "hour", "hours")),
          Map.entry("min", List.of("minute", "minutes")),
          Map.entry("d", List.of("day", "days")),
          Map.entry("wk", List.of("week", "weeks")),
          Map.entry("mo", List.of("month", "months")),
          Map.entry("a", List.of("year", "years")),
          Map.entry("tablet", List.of("tablets", "tab", "tabs", "tbl")),
          Map.entry("capsule", List.of("capsules", "cap", "caps")),
          Map.entry("pill", List.of("pills")),
          Map.entry(
              "piece",
              List.of("pieces", "each", "ea", "caplet", "caplets", "lozenge", "lozenges", "wafer")),
          Map.entry("film", List.of("films", "strip", "strips")),
          Map.entry("suppository", List.of("suppositories", "supp")),
          Map.entry("injection", List.of("injections", "vial", "vials")),
          Map.entry("drop", List.of("drops", "drp", "gtt", "gtts", "[drp]")),
          Map.entry("actuation", List.of("actuations", "spray", "sprays", "puff", "puffs")));

  /** Units of measurements, as written where there is no code. */
  private static final Map<String, String> WRITTEN =
      Map.ofEntries(
          Map.entry("mmhg", "mm[Hg]"),
          Map.entry("mm hg", "mm[Hg]"),
          Map.entry("bpm", "/min"),
          Map.entry("beats/min", "/min"),
          Map.entry("beats/minute", "/min"),
          Map.entry("beats per minute", "/min"),
          Map.entry("breaths/min", "/min"),
          Map.entry("\u00b0c", "Cel"),
          Map.entry("degc", "Cel"),
          Map.entry("c", "Cel"),
          Map.entry("\u00b0f", "[degF]"),
          Map.entry("degf", "[degF]"),
          Map.entry("f", "[degF]"),
          Map.entry("percent", "%"),
          Map.entry("msec", "ms"),
          Map.entry("lb", "[lb_av]"),
          Map.entry("lbs", "[lb_av]"),
          Map.entry("kgs", "kg"),
          Map.entry("iu/l", "[IU]/L"),
          Map.entry("units/l", "U/L"),
          Map.entry("mcmol/l", "umol/L"),
          Map.entry("\u00b5mol/l", "umol/L"),
          Map.entry("\u03bcmol/l", "umol/L"),
          Map.entry("ml/min/1.73m2", "mL/min/{1.73_m2}"),
          Map.entry("ml/min/1.73 m2", "mL/min/{1.73_m2}"),
          Map.entry("ml/min/1.73m^2", "mL/min/{1.73_m2}"),
          Map.entry("ml/min/1.73 m^2", "mL/min/{1.73_m2}"),
          Map.entry("ml/min/1.73m\u00b2", "mL/min/{1.73_m2}"),
          Map.entry("ml/min/1.73 m\u00b2", "mL/min/{1.73_m2}"));

  private static final Map<String, String> MEANING = meanings();
  private static final UcumEssenceService UCUM = ucum();

  /** UCUM needs a third of a millisecond for one conversion. Bounded: units come from outside. */
  private static final Map<String, Optional<Unit>> KNOWN = new ConcurrentHashMap<>();

  private static final Map<String, Optional<BigDecimal>> FACTORS = new ConcurrentHashMap<>();

  private static final int REMEMBERED = 500;

  /** Units with a zero of their own. */
  private static final Set<String> SCALES = Set.of("Cel", "[degF]", "[degRe]", "K", "[degR]");

  private Units() {}

  /**
   * The unit of a quantity: its UCUM code, else what its text says. Empty where neither is
   * understood, or where they say different things.
   */
  static Optional<Unit> of(String system, String code, String text) {
    boolean ucum = system.isEmpty() || CodeSystems.canonical(system).equals(CodeSystems.UCUM);
    Optional<Unit> byCode = ucum && !code.equals("1") ? of(code) : Optional.empty();
    Optional<Unit> byText = of(text);
    if (byCode.isPresent() && byText.isPresent() && !alike(byCode.get(), byText.get())) {
      return Optional.empty();
    }
    return byCode.or(() -> byText);
  }

  /** The unit that a UCUM code or a word means. */
  static Optional<Unit> of(String text) {
    Optional<Unit> known = KNOWN.get(text);
    if (known == null) {
      known = read(text.strip());
      if (KNOWN.size() < REMEMBERED) {
        KNOWN.put(text, known);
      }
    }
    return known;
  }

  /** The UCUM code of a unit of a measurement as people write it; empty where it is not known. */
  static String ucumCode(String text) {
    String written = WRITTEN.getOrDefault(text.strip().toLowerCase(Locale.ROOT), text.strip());
    return !written.isEmpty() && UCUM.validate(written) == null ? written : "";
  }

  /**
   * What a number in one unit is multiplied by to be in another; empty where they measure different
   * things, or do not begin at the same zero.
   */
  static Optional<BigDecimal> factor(String from, String to) {
    String key = from + " " + to;
    Optional<BigDecimal> known = FACTORS.get(key);
    if (known == null) {
      known = converted(from, to);
      if (FACTORS.size() < REMEMBERED) {
        FACTORS.put(key, known);
      }
    }
    return known;
  }

  private static Optional<BigDecimal> converted(String from, String to) {
    if (from.isEmpty() || SCALES.contains(from) || SCALES.contains(to)) {
      return Optional.empty();
    }
    try {
      return Optional.of(conversion(from, to));
    } catch (UcumException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static boolean alike(Unit one, Unit other) {
    boolean sameMeasure = one.factor().compareTo(other.factor()) == 0;
    boolean sameCount = one.kind() != Kind.COUNTED || one.name().equals(other.name());
    return one.kind() == other.kind() && sameMeasure && sameCount;
  }

  private static Optional<Unit> read(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String word = text.toLowerCase(Locale.ROOT).replaceAll("[{}.]|\\(s\\)", "").strip();
    String meaning = MEANING.getOrDefault(word, text);
    if (PIECES.contains(meaning)) {
      return Optional.of(new Unit(Kind.PIECE, BigDecimal.ONE, meaning));
    }
    if (COUNTED.contains(meaning)) {
      return Optional.of(new Unit(Kind.COUNTED, BigDecimal.ONE, meaning));
    }
    return measured(meaning);
  }

  private static Optional<Unit> measured(String code) {
    try {
      return switch (UCUM.getCanonicalUnits(code)) {
        case "g" -> Optional.of(new Unit(Kind.MASS, conversion(code, "mg"), code));
        case "m3" -> Optional.of(new Unit(Kind.VOLUME, conversion(code, "mL"), code));
        case "s" -> Optional.of(new Unit(Kind.TIME, conversion(code, "d"), code));
        default -> Optional.empty();
      };
    } catch (UcumException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static BigDecimal conversion(String from, String to) throws UcumException {
    return new BigDecimal(UCUM.convert(new Decimal("1"), from, to).asDecimal());
  }

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new HashMap<>();
    WORDS.forEach(
        (meaning, words) -> {
          words.forEach(word -> meanings.put(word, meaning));
          meanings.put(meaning.toLowerCase(Locale.ROOT), meaning);
        });
    return Map.copyOf(meanings);
  }

  private static UcumEssenceService ucum() {
    try (InputStream definitions =
        UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
      return new UcumEssenceService(definitions);
    } catch (UcumException e) {
      throw new IllegalStateException("the UCUM definitions cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
