package org.glidepath.rulebook.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glidepath.facts.Drug;
import org.glidepath.pharmacology.DrugTable;
import org.glidepath.pharmacology.DrugTable.Row;
import org.glidepath.rulebook.source.Problems;
import org.glidepath.rulebook.source.SourceFiles;

/** Reads {@code drugs/}: the drugs and their products. */
public final class DrugTableReader {

  private DrugTableReader() {}

  /** The table, without the rows that cannot be used. */
  public static DrugTable read(SourceFiles files, Problems problems) {
    List<Row> rows =
        files
            .needed("drugs/benzodiazepines.csv", problems)
            .map(file -> DrugReader.read(file, problems))
            .orElse(List.of());
    Map<String, Drug> drugs = new HashMap<>();
    rows.forEach(row -> drugs.put(row.drug().name(), row.drug()));
    return new DrugTable(
        rows,
        files
            .needed("drugs/products.csv", problems)
            .filter(file -> !drugs.isEmpty())
            .map(file -> ProductReader.read(file, drugs, problems))
            .orElse(Map.of()));
  }
}
