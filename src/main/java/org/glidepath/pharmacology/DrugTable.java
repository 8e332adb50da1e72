package org.glidepath.pharmacology;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glidepath.facts.Drug;

/**
 * The benzodiazepines and Z-drugs of {@code rules/drugs/}: which there are, by which codes, names
 * and products records call them.
 */
public final class DrugTable {

  private final List<Row> rows;
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
   */
  public record Row(Drug drug, List<String> names, List<Code> codes) {}

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
