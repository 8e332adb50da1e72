package org.glidepath.pharmacology;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Range;

/**
 * The benzodiazepines and Z-drugs of {@code rules/drugs/}: which there are, by which codes, names
 * and products records call them.
 */
public final class DrugTable {

  private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

  private final List<Row> rows;
  private final Map<Drug, Row> byDrug;
  private final Map<Drug, Tablets> tablets;
  private final Map<String, Drug> byName;
  private final Map<Code, Drug> byCode;
  private final Map<Code, Product> products;
  private final Names<Drug> names;

  /**
   * A drug with what records call it.
   *
   * @param drug the drug
   * @param names its name, brand names and other spellings
   * @param codes its ingredient codes
   * @param equivalents mg of it equal to 10 mg of oral diazepam, by the name of the table
   */
  public record Row(
      Drug drug, List<String> names, List<Code> codes, Map<String, Range> equivalents) {}

  /**
   * A code of a code system.
   *
   * @param system canonical URL of the code system
   * @param code the code
   */
  public record Code(String system, String code) {}

  /** A table of drugs and products; names and codes are each one drug's only. */
  public DrugTable(List<Row> rows, Map<Code, Product> products) {
    this.rows = List.copyOf(rows);
    this.products = Map.copyOf(products);
    this.byName = rows.stream().map(Row::drug).collect(toUnmodifiableMap(Drug::name, drug -> drug));
    this.byCode =
        rows.stream()
            .flatMap(row -> row.codes().stream().map(code -> Map.entry(code, row.drug())))
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    this.byDrug = rows.stream().collect(toUnmodifiableMap(Row::drug, row -> row));
    this.tablets = new HashMap<>();
    rows.forEach(row -> tabletsOf(row.drug()).ifPresent(t -> tablets.put(row.drug(), t)));
    this.names = new Names<>();
    rows.forEach(row -> row.names().forEach(name -> names.add(name, row.drug())));
  }

  /** All drugs, in the order of the file. */
  public List<Drug> drugs() {
    return rows.stream().map(Row::drug).toList();
  }

  /** The drug with this international nonproprietary name, lower case. */
  public Optional<Drug> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** mg of the drug equal to 10 mg of oral diazepam, by the name of the table. */
  public Map<String, Range> equivalents(Drug drug) {
    return Objects.requireNonNull(byDrug.get(drug)).equivalents();
  }

  /** The names of all equivalence tables. */
  public Set<String> equivalenceTables() {
    return rows.stream()
        .flatMap(row -> row.equivalents().keySet().stream())
        .collect(toUnmodifiableSet());
  }

  /** The RxNorm code of the ingredient. */
  public Optional<String> rxnorm(Drug drug) {
    return Objects.requireNonNull(byDrug.get(drug)).codes().stream()
        .filter(code -> code.system().equals(RXNORM))
        .map(Code::code)
        .findFirst();
  }

  /**
   * What doses of the drug can be made of: its plain tablets and their halves, else its capsules.
   * Empty where the table has neither; extended release, films and the like cannot be divided.
   */
  public Optional<Tablets> tablets(Drug drug) {
    return Optional.ofNullable(tablets.get(drug));
  }

  private Optional<Tablets> tabletsOf(Drug drug) {
    return tabletsOf(drug, "Oral Tablet", true, "tablet")
        .or(() -> tabletsOf(drug, "Oral Capsule", false, "capsule"));
  }

  private Optional<Tablets> tabletsOf(Drug drug, String form, boolean halves, String unit) {
    List<BigDecimal> strengths =
        products.values().stream()
            .filter(product -> product.drug().equals(drug) && product.form().equals(form))
            .filter(product -> !product.combination())
            .flatMap(product -> product.strength().stream())
            .map(strength -> strength.mg().divide(strength.per(), MathContext.DECIMAL64))
            .map(BigDecimal::stripTrailingZeros)
            .distinct()
            .sorted()
            .toList();
    return strengths.isEmpty()
        ? Optional.empty()
        : Optional.of(new Tablets(strengths, halves, unit));
  }

  /** The dose form of a product of the drug that a text prints, in any case. */
  public Optional<String> formIn(String text, Drug drug) {
    String printed = text.toLowerCase(Locale.ROOT);
    return products.values().stream()
        .filter(product -> product.drug().equals(drug))
        .map(Product::form)
        .distinct()
        .filter(form -> printed.contains(form.toLowerCase(Locale.ROOT)))
        .max(Comparator.comparingInt(String::length));
  }

  /** The drug that an ingredient code stands for. */
  public Optional<Drug> byCode(Code code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The product that a clinical drug or brand code stands for. */
  public Optional<Product> product(Code code) {
    return Optional.ofNullable(products.get(code));
  }

  /**
   * The drugs whose name or brand name stands in the text as whole words, in any case, in their
   * order there.
   */
  public List<Drug> namedIn(String text) {
    return names.in(text);
  }
}
