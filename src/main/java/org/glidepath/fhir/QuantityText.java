package org.glidepath.fhir;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;

/**
 * A quantity written in words, as laboratories send a value that has a limit: "&lt;30", "&gt;= 5
 * mg/dL", "less than 30 mL/min".
 */
final class QuantityText {

  private static final Map<String, QuantityComparator> COMPARATORS =
      Map.ofEntries(
          Map.entry("<", QuantityComparator.LESS_THAN),
          Map.entry("less than", QuantityComparator.LESS_THAN),
          Map.entry("<=", QuantityComparator.LESS_OR_EQUAL),
          Map.entry("=<", QuantityComparator.LESS_OR_EQUAL),
          Map.entry("\u2264", QuantityComparator.LESS_OR_EQUAL),
          Map.entry(">", QuantityComparator.GREATER_THAN),
          Map.entry("more than", QuantityComparator.GREATER_THAN),
          Map.entry("greater than", QuantityComparator.GREATER_THAN),
          Map.entry(">=", QuantityComparator.GREATER_OR_EQUAL),
          Map.entry("=>", QuantityComparator.GREATER_OR_EQUAL),
          Map.entry("\u2265", QuantityComparator.GREATER_OR_EQUAL));

  /** A comparator, a number of plain digits, a unit; the first and the last may be missing. */
  private static final Pattern QUANTITY =
      Pattern.compile(
          "([<>=\u2264\u2265]{1,2}|(?:less|more|greater) than)?\\s*"
              + "(\\d{1,9}(?:\\.\\d{1,9})?)"
              + "(?:\\s*(/?[\\p{L}%\u00b0\\[][^\\s,;:()]*(?: \\S+){0,2}))?",
          Pattern.CASE_INSENSITIVE);

  private QuantityText() {}

  /** The quantity that a text is; empty for a text that holds anything else. */
  static Optional<Quantity> read(String text) {
    Matcher matcher = QUANTITY.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Quantity quantity = new Quantity().setValue(new BigDecimal(matcher.group(2)));
    if (matcher.group(1) != null) {
      QuantityComparator comparator = COMPARATORS.get(matcher.group(1).toLowerCase(Locale.ROOT));
      if (comparator == null) {
        return Optional.empty();
      }
      quantity.setComparator(comparator);
    }
    if (matcher.group(3) != null) {
      quantity.setUnit(matcher.group(3));
    }
    return Optional.of(quantity);
  }
}
