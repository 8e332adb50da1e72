package org.glidepath.rulebook.table;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glidepath.facts.Drug;
import org.glidepath.pharmacology.DrugTable.Code;
import org.glidepath.pharmacology.Product;
import org.glidepath.pharmacology.Product.Strength;
import org.glidepath.rulebook.source.CsvTable;
import org.glidepath.rulebook.source.CsvTable.Cell;
import org.glidepath.rulebook.source.Hints;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;

/** Reads {@code drugs/products.csv}: one row for each marketed product. */
final class ProductReader {

  private static final List<String> NEEDED =
      List.of(
          "system",
          "code",
          "drug",
          "strength_value",
          "strength_unit",
          "per_value",
          "per_unit",
          "form");

  private final Map<String, Drug> drugs;
  private final Problems problems;
  private final Cells cells;
  private final Map<Code, Product> products = new HashMap<>();

  private ProductReader(Map<String, Drug> drugs, Problems problems) {
    this.drugs = drugs;
    this.problems = problems;
    this.cells = new Cells(problems);
  }

  /** The products by code. */
  static Map<Code, Product> read(SourceFile file, Map<String, Drug> drugs, Problems problems) {
    ProductReader reader = new ProductReader(drugs, problems);
    CsvTable.read(file, problems, NEEDED).rows().forEach(reader::add);
    return reader.products;
  }

  private void add(CsvTable.Row row) {
    Cell name = row.cell("drug");
    Drug drug = drugs.get(name.text());
    if (drug == null && problems.any("", "benzodiazepines.csv")) {
      return; // its row may be the one that cannot be read
    }
    if (drug == null) {
      problems.error(
          name.place(),
          "benzodiazepines.csv has no drug \"%s\".%s"
              .formatted(name.text(), Hints.maybe(name.text(), drugs.keySet())));
      return;
    }
    Cell code = row.cell("code");
    if (code.blank() || row.cell("system").blank()) {
      problems.error(code.place(), "a product needs a system and a code");
      return;
    }
    Product product = new Product(drug, strength(row), row.cell("form").text(), combination(row));
    if (products.putIfAbsent(new Code(row.cell("system").text(), code.text()), product) != null) {
      problems.error(code.place(), "code \"" + code.text() + "\" is listed twice; keep one");
    }
  }

  /** RxNorm names the ingredients of a combination with a stroke between them. */
  private static boolean combination(CsvTable.Row row) {
    return Optional.ofNullable(row.cells().get("display"))
        .filter(display -> display.text().contains(" / "))
        .isPresent();
  }

  private Optional<Strength> strength(CsvTable.Row row) {
    Cell value = row.cell("strength_value");
    Cell per = row.cell("per_value");
    Cell unit = row.cell("per_unit");
    if (value.blank() && per.blank() && unit.blank()) {
      return Optional.empty();
    }
    if (value.blank() || per.blank() || unit.blank()) {
      problems.error(
          value.place(),
          "a strength needs strength_value, per_value and per_unit, or none of them");
      return Optional.empty();
    }
    Cell strengthUnit = row.cell("strength_unit");
    if (!strengthUnit.text().equals("mg")) {
      problems.error(
          strengthUnit.place(),
          "strengths are in mg, not \"%s\"; convert the value".formatted(strengthUnit.text()));
    }
    Optional<BigDecimal> amount = cells.amount(value);
    return cells
        .amount(per)
        .flatMap(perAmount -> amount.map(mg -> new Strength(mg, perAmount, unit.text())));
  }
}
