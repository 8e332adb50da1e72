package org.glidepath.fhir;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glidepath.facts.Range;

/**
 * The diazepam equivalent of a day that somebody wrote into an order: "(equivalent to 20 mg
 * diazepam a day)", "diazepam equivalent 20-40 mg". What may be said of one dose or tablet is not
 * read.
 */
final class EquivalentText {

  private static final String MG =
      "(\\d{1,4}(?:\\.\\d{1,3})?)(?:\\s*(?:-|\u2013|to)\\s*(\\d{1,4}(?:\\.\\d{1,3})?))?\\s*mg\\b";

  private static final String A_DAY = "\\s*(?:daily|(?:a|per|each|/)\\s*day)\\b";

  private static final String NOT_A_DOSE =
      "(?!\\s*(?:diazepam\\s*)?(?:per|each|an?|/)\\s*(?:dose|tablet|capsule|pill))";

  private static final String EQUAL_TO =
      "(?:equiv\\w*+|equals?|=|~|\u2248)\\W{0,3}(?:to\\s+)?(?:about\\s+)?";

  private static final List<Pattern> PATTERNS =
      Stream.of(
              EQUAL_TO + MG + A_DAY + "\\s*(?:of\\s+)?(?:oral\\s+)?diazepam\\b",
              EQUAL_TO + MG + "\\s*(?:of\\s+)?(?:oral\\s+)?diazepam" + A_DAY,
              MG + "\\s*(?:of\\s+)?diazepam\\s+equiv\\w*+" + NOT_A_DOSE,
              "diazepam\\s+equiv\\w*+(?:\\s+dose)?\\W{0,3}(?:is\\s+|of\\s+|about\\s+)?"
                  + MG
                  + NOT_A_DOSE)
          .map(pattern -> Pattern.compile(pattern, Pattern.CASE_INSENSITIVE))
          .toList();

  private EquivalentText() {}

  /** mg diazepam a day; empty where none is written, or two that differ. */
  static Optional<Range> read(String text) {
    Set<Range> all =
        PATTERNS.stream()
            .flatMap(pattern -> pattern.matcher(text).results())
            .map(found -> range(found.group(1), Optional.ofNullable(found.group(2))))
            .collect(Collectors.toSet());
    return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
  }

  private static Range range(String first, Optional<String> second) {
    BigDecimal one = new BigDecimal(first);
    BigDecimal other = second.map(BigDecimal::new).orElse(one);
    return new Range(one.min(other), one.max(other));
  }
}
