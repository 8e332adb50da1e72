package org.glidepath.rulebook.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.glidepath.facts.Range;
import org.glidepath.rulebook.source.CsvTable.Cell;
import org.glidepath.rulebook.source.Place;
import org.glidepath.rulebook.source.Problems;

/** Reads cells of a table as what they stand for. */
final class Cells {

  private static final Set<String> ANSWERS = Set.of("yes", "no", "unknown", "");

  /** No sign and no exponent: "1e9" is a slip of the pen, and "1e999999999" takes all memory. */
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");

  private final Problems problems;

  Cells(Problems problems) {
    this.problems = problems;
  }

  boolean yes(Cell cell) {
    return answer(cell).equals("yes");
  }

  boolean no(Cell cell) {
    return answer(cell).equals("no");
  }

  private String answer(Cell cell) {
    if (!ANSWERS.contains(cell.text())) {
      problems.error(
          cell.place(), "\"%s\" is neither yes, no, unknown nor blank".formatted(cell.text()));
    }
    return cell.text();
  }

  /** An amount above zero; empty for a blank cell. */
  Optional<BigDecimal> amount(Cell cell) {
    if (cell.blank()) {
      return Optional.empty();
    }
    if (DECIMAL.matcher(cell.text()).matches()) {
      BigDecimal amount = new BigDecimal(cell.text());
      if (amount.signum() > 0) {
        return Optional.of(amount);
      }
    }
    problems.error(cell.place(), "\"%s\" is no number above zero".formatted(cell.text()));
    return Optional.empty();
  }

  /** A range; empty where both ends are blank. */
  Optional<Range> range(Cell lowCell, Cell highCell) {
    Optional<BigDecimal> low = amount(lowCell);
    Optional<BigDecimal> high = amount(highCell);
    if (lowCell.blank() != highCell.blank()) {
      problems.error(
          lowCell.blank() ? lowCell.place() : highCell.place(), "one end of the range is missing");
    }
    if (low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    if (low.get().compareTo(high.get()) > 0) {
      problems.error(
          lowCell.place(),
          "the low end %s is above the high end %s".formatted(lowCell.text(), highCell.text()));
      return Optional.empty();
    }
    return Optional.of(new Range(low.get(), high.get()));
  }

  /** The parts of a cell that are divided by semicolons, each with its place. */
  List<Cell> list(Cell cell) {
    List<Cell> parts = new ArrayList<>();
    int at = 0;
    for (String part : cell.text().split(";", -1)) {
      if (!part.isBlank()) {
        int column = cell.place().column() + at + part.indexOf(part.strip());
        parts.add(
            new Cell(new Place(cell.place().file(), cell.place().line(), column), part.strip()));
      }
      at += part.length() + 1;
    }
    return parts;
  }
}
