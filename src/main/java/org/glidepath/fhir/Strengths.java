package org.glidepath.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glidepath.fhir.Units.Kind;
import org.glidepath.fhir.Units.Unit;
import org.glidepath.pharmacology.Product.Strength;

/** How much of a drug is in how much of a product, from its name or from its ingredients. */
final class Strengths {

  /** A comma before three digits may divide thousands: such a number is not read. */
  private static final String NUMBER = "(\\d+(?:\\.\\d+|,\\d{1,2}(?!\\d))?)";

  /** "5 MG", "2 mg/mL", "10 MG in 2 ML": mg, then the amount it is in where one is given. */
  private static final Pattern STRENGTH =
      Pattern.compile(
          "(?<![\\d.,\\-\u2013])"
              + NUMBER
              + "\\s*(mg|mcg|ug|\u00b5g|\u03bcg|milligrams?|micrograms?|g|gm|grams?)"
              + "(?:\\s*(?:/|per|in)\\s*"
              + NUMBER
              + "?\\s*"
              + "(ml|milliliters?|tablets?|tabs?|capsules?|caps?|sprays?|actuations?|drops?))?"
              + "(?![\\p{L}/])");

  /** A product that is not counted in pieces: its strength needs a volume. */
  private static final Pattern NOT_PIECES =
      Pattern.compile(
          "\\b(solution|soln|inject\\w*|syrup|suspension|elixir|liquid|concentrate|ampoules?|vials?|syringe"
              + "|auto-injector|spray|gel|drops|cream|infusion)\\b");

  /** "amitriptyline 12.5 MG / chlordiazepoxide 5 MG", as RxNorm writes it. */
  private static final Pattern COMBINATION = Pattern.compile("g\\s+/\\s+\\p{L}");

  private Strengths() {}

  /**
   * The strength that the names of a product state for a drug; empty where they state none or more
   * than one.
   *
   * <p>In a combination the strength counts that follows the drug's own name.
   */
  static Optional<Strength> inNames(List<String> names, String drug) {
    Set<Strength> found = new LinkedHashSet<>();
    for (String name : names) {
      String text = name.toLowerCase(Locale.ROOT);
      boolean pieces = !NOT_PIECES.matcher(text).find();
      Set<Strength> all = in(text, pieces);
      if (all.size() == 1) {
        found.addAll(all);
      } else if (COMBINATION.matcher(text).find()) {
        in(afterName(text, drug), pieces).stream().findFirst().ifPresent(found::add);
      }
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  /** The strength in {@code Medication.ingredient.strength}. */
  static Optional<Strength> ofIngredient(JsonNode ratio) {
    Optional<BigDecimal> mg = amount(ratio.path("numerator"), Set.of(Kind.MASS));
    JsonNode denominator = ratio.path("denominator");
    Optional<Unit> per = unit(denominator).filter(unit -> unit.kind() != Kind.MASS);
    Optional<BigDecimal> count = number(denominator);
    if (mg.isEmpty() || per.isEmpty() || count.isEmpty()) {
      return Optional.empty();
    }
    Unit unit = per.get();
    return unit.kind() == Kind.VOLUME
        ? strength(mg.get(), count.get().multiply(unit.factor()), "mL")
        : strength(mg.get(), count.get(), unit.name());
  }

  private static String afterName(String text, String drug) {
    int at = text.indexOf(drug);
    return at < 0 ? "" : text.substring(at + drug.length());
  }

  private static Set<Strength> in(String text, boolean pieces) {
    Set<Strength> found = new LinkedHashSet<>();
    Matcher matcher = STRENGTH.matcher(text);
    while (matcher.find()) {
      BigDecimal mg =
          decimal(matcher.group(1)).multiply(Units.of(matcher.group(2)).orElseThrow().factor());
      BigDecimal per = matcher.group(3) == null ? BigDecimal.ONE : decimal(matcher.group(3));
      if (matcher.group(4) != null) {
        strength(mg, per, Units.of(matcher.group(4)).orElseThrow().name()).ifPresent(found::add);
      } else if (pieces) {
        strength(mg, BigDecimal.ONE, "piece").ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Strength> strength(BigDecimal mg, BigDecimal per, String unit) {
    return mg.signum() > 0 && per.signum() > 0
        ? Optional.of(new Strength(mg.stripTrailingZeros(), per.stripTrailingZeros(), unit))
        : Optional.empty();
  }

  private static Optional<BigDecimal> amount(JsonNode quantity, Set<Kind> kinds) {
    return unit(quantity)
        .filter(unit -> kinds.contains(unit.kind()))
        .flatMap(unit -> number(quantity).map(value -> value.multiply(unit.factor())));
  }

  private static Optional<Unit> unit(JsonNode quantity) {
    return Units.of(
        Json.text(quantity, "system"), Json.text(quantity, "code"), Json.text(quantity, "unit"));
  }

  private static Optional<BigDecimal> number(JsonNode quantity) {
    try {
      return Optional.of(new BigDecimal(Json.text(quantity, "value")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text.replace(',', '.'));
  }
}
