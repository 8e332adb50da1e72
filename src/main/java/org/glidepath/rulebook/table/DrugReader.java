package org.glidepath.rulebook.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.glidepath.facts.Drug;
import org.glidepath.facts.Drug.DurationClass;
import org.glidepath.facts.Range;
import org.glidepath.pharmacology.DrugTable.Code;
import org.glidepath.pharmacology.DrugTable.Row;
import org.glidepath.rulebook.source.CsvTable;
import org.glidepath.rulebook.source.CsvTable.Cell;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFile;

/** Reads {@code drugs/benzodiazepines.csv}: one row for each benzodiazepine or Z-drug. */
final class DrugReader {

  private static final String TABLE = "eq10_";
  private static final String SMALLEST = "eq10_min";
  private static final String LARGEST = "eq10_max";

  /** Columns that hold codes, and the code system of each. */
  private static final Map<String, String> CODE_SYSTEMS =
      Map.of(
          "atc", "http://www.whocc.no/atc",
          "rxnorm_ingredient", "http://www.nlm.nih.gov/research/umls/rxnorm",
          "snomed", "http://snomed.info/sct");

  private static final List<String> NEEDED =
      List.of(
          "name",
          "class",
          "designer",
          "duration_class",
          "avoid_switch_in_hepatic_impairment",
          "small_step_product",
          SMALLEST,
          LARGEST,
          "synonyms",
          "atc",
          "rxnorm_ingredient",
          "snomed");

  /** Columns for the reader of the table only; what stands there is a number all the same. */
  private static final List<String> FIGURES =
      List.of(
          "half_life_hours_min",
          "half_life_hours_max",
          "metabolite_half_life_hours_min",
          "metabolite_half_life_hours_max",
          "tier_low_up_to_mg",
          "tier_moderate_up_to_mg");

  private final Problems problems;
  private final Cells cells;
  private final Map<String, String> drugByName = new HashMap<>();
  private final Map<Code, String> drugByCode = new HashMap<>();

  private DrugReader(Problems problems) {
    this.problems = problems;
    this.cells = new Cells(problems);
  }

  /** The rows, without those that cannot be used. */
  static List<Row> read(SourceFile file, Problems problems) {
    DrugReader reader = new DrugReader(problems);
    return CsvTable.read(file, problems, NEEDED).rows().stream()
        .flatMap(row -> reader.row(row).stream())
        .toList();
  }

  private Optional<Row> row(CsvTable.Row row) {
    Cell name = row.cell("name");
    if (name.blank()) {
      problems.error(name.place(), "the drug has no name");
      return Optional.empty();
    }
    if (!name.text().equals(name.text().toLowerCase(Locale.ROOT))) {
      problems.error(name.place(), "the name of a drug is written in lower case");
    }
    FIGURES.forEach(column -> cells.amount(row.cell(column)));
    List<String> names = names(row);
    if (!names.contains(name.text())) {
      return Optional.empty();
    }
    Drug drug =
        new Drug(
            name.text(),
            zDrug(row.cell("class")),
            cells.yes(row.cell("designer")),
            durationClass(row.cell("duration_class")),
            cells.yes(row.cell("avoid_switch_in_hepatic_impairment")),
            cells.no(row.cell("small_step_product")),
            equivalent(row));
    return Optional.of(new Row(drug, names, codes(row), equivalents(row)));
  }

  /** Its name and synonyms that no drug above it has. */
  private List<String> names(CsvTable.Row row) {
    String drug = row.cell("name").text();
    List<String> names = new ArrayList<>();
    Stream.concat(Stream.of(row.cell("name")), cells.list(row.cell("synonyms")).stream())
        .filter(cell -> unique(cell, drugByName, cell.text().toLowerCase(Locale.ROOT), drug))
        .forEach(cell -> names.add(cell.text()));
    return names;
  }

  private List<Code> codes(CsvTable.Row row) {
    List<Code> codes = new ArrayList<>();
    for (String column : List.of("atc", "rxnorm_ingredient", "snomed")) {
      for (Cell cell : cells.list(row.cell(column))) {
        Code code = new Code(CODE_SYSTEMS.getOrDefault(column, ""), cell.text());
        if (unique(cell, drugByCode, code, row.cell("name").text())) {
          codes.add(code);
        }
      }
    }
    return codes;
  }

  private <K> boolean unique(Cell cell, Map<K, String> taken, K key, String drug) {
    String other = taken.putIfAbsent(key, drug);
    if (other != null) {
      problems.error(
          cell.place(), "\"%s\" stands for %s already; keep one".formatted(cell.text(), other));
    }
    return other == null;
  }

  private boolean zDrug(Cell cell) {
    boolean zDrug = cell.text().equals("z-drug");
    if (!zDrug && !cell.text().equals("benzodiazepine")) {
      problems.error(
          cell.place(),
          "unknown class \"%s\"; it is benzodiazepine or z-drug".formatted(cell.text()));
    }
    return zDrug;
  }

  private DurationClass durationClass(Cell cell) {
    if (cell.blank()) {
      return DurationClass.UNKNOWN;
    }
    return Stream.of(DurationClass.values())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(cell.text()))
        .findFirst()
        .orElseGet(
            () -> {
              problems.error(
                  cell.place(),
                  "unknown duration class \"%s\"; it is short, intermediate, long or unknown"
                      .formatted(cell.text()));
              return DurationClass.UNKNOWN;
            });
  }

  private Optional<Range> equivalent(CsvTable.Row row) {
    Optional<Range> range = cells.range(row.cell(SMALLEST), row.cell(LARGEST));
    List<BigDecimal> published =
        row.cells().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(TABLE))
            .filter(entry -> !entry.getKey().equals(SMALLEST) && !entry.getKey().equals(LARGEST))
            .flatMap(entry -> cells.amount(entry.getValue()).stream())
            .sorted()
            .toList();
    if (!published.isEmpty()) {
      compare(row.cell(SMALLEST), published.get(0), "smallest");
      compare(row.cell(LARGEST), published.get(published.size() - 1), "largest");
    } else if (range.isPresent()) {
      problems.error(row.cell(SMALLEST).place(), "no table of this row gives an equivalent");
    }
    return range;
  }

  /** By table: the column eq10_ashton, or the columns eq10_ashton_min and eq10_ashton_max. */
  private Map<String, Range> equivalents(CsvTable.Row row) {
    Map<String, Range> byTable = new HashMap<>();
    row.cells()
        .forEach(
            (column, cell) -> {
              boolean table =
                  column.startsWith(TABLE) && !column.equals(SMALLEST) && !column.equals(LARGEST);
              Optional<BigDecimal> amount = table ? amount(cell) : Optional.empty();
              amount.ifPresent(mg -> byTable.merge(tableName(column), Range.of(mg), Range::union));
            });
    return byTable;
  }

  /** What cannot be read has been told already. */
  private static Optional<BigDecimal> amount(Cell cell) {
    try {
      return cell.blank() ? Optional.empty() : Optional.of(new BigDecimal(cell.text()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String tableName(String column) {
    return column.substring(TABLE.length()).replaceFirst("_(min|max)$", "").replace('_', '-');
  }

  private void compare(Cell cell, BigDecimal published, String which) {
    Optional<BigDecimal> given = cells.amount(cell);
    boolean unreadable = given.isEmpty() && !cell.blank();
    if (!unreadable && given.filter(amount -> amount.compareTo(published) == 0).isEmpty()) {
      problems.error(
          cell.place(),
          "\"%s\", but the %s equivalent in this row is %s"
              .formatted(cell.text(), which, published.toPlainString()));
    }
  }
}
