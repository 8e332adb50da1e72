package org.glidepath.rulebook.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A CSV file (RFC 4180: commas, double quotes, a header) in which every cell knows its place;
 * columns are asked for by their header.
 */
public final class CsvTable {

  private final List<Row> rows = new ArrayList<>();

  /** A cell with its text, stripped. */
  public record Cell(Place place, String text) {

    /** Whether nothing is in it. */
    public boolean blank() {
      return text.isEmpty();
    }
  }

  /** A line of the table; a column that it lacks is blank. */
  public record Row(Place place, Map<String, Cell> cells) {

    /** The cell below this header. */
    public Cell cell(String header) {
      return cells.getOrDefault(header, new Cell(place, ""));
    }
  }

  private CsvTable() {}

  /** Reads a table; it has no rows unless each column of {@code needed} is there. */
  public static CsvTable read(SourceFile file, Problems problems, List<String> needed) {
    List<List<Cell>> lines = new Splitter(file, problems).lines();
    CsvTable table = new CsvTable();
    if (lines.isEmpty()) {
      problems.error(file.start(), "the table is empty: a header is expected");
      return table;
    }
    List<String> header = lines.get(0).stream().map(Cell::text).toList();
    if (header.size() == 1 && header.get(0).contains(";")) {
      problems.error(
          file.start(), "the cells are divided by semicolons; save the table with commas");
      return table;
    }
    List<String> missing = needed.stream().filter(column -> !header.contains(column)).toList();
    for (String column : missing) {
      problems.error(
          file.start(), "column \"" + column + "\" is missing." + Hints.maybe(column, header));
    }
    if (!missing.isEmpty()) {
      return table;
    }
    for (List<Cell> line : lines.subList(1, lines.size())) {
      if (line.size() == header.size()) {
        table.rows.add(row(line, header));
      } else {
        problems.error(line.get(0).place(), wrongSize(line.size(), header.size()));
      }
    }
    return table;
  }

  /** The rows below the header. */
  public List<Row> rows() {
    return rows;
  }

  /** Cells of a line that is too long or too short stand below the wrong headers: none is read. */
  private static String wrongSize(int cells, int columns) {
    return "%d cells, but the header has %d columns; %s"
        .formatted(
            cells,
            columns,
            cells > columns
                ? "quote a cell that holds a comma, and write a decimal with a point"
                : "a cell with nothing in it keeps its comma");
  }

  private static Row row(List<Cell> line, List<String> header) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (int i = 0; i < line.size(); i++) {
      cells.put(header.get(i), line.get(i));
    }
    return new Row(line.get(0).place(), cells);
  }

  /** Cuts the text into lines of cells. */
  private static final class Splitter {

    private final SourceFile file;
    private final Problems problems;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    Splitter(SourceFile file, Problems problems) {
      this.file = file;
      this.problems = problems;
      this.text = file.text();
    }

    List<List<Cell>> lines() {
      List<List<Cell>> lines = new ArrayList<>();
      while (at < text.length()) {
        List<Cell> cells = line();
        if (cells.size() > 1 || !cells.get(0).blank()) {
          lines.add(cells);
        }
      }
      return lines;
    }

    private List<Cell> line() {
      List<Cell> cells = new ArrayList<>();
      cells.add(cell());
      while (at < text.length() && text.charAt(at) == ',') {
        at++;
        cells.add(cell());
      }
      if (at < text.length()) {
        newLine();
      }
      return cells;
    }

    private Cell cell() {
      Place place = file.at(line, at - lineStart + 1);
      if (at < text.length() && text.charAt(at) == '"') {
        return new Cell(place, quoted(place).strip());
      }
      int start = at;
      while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
        at++;
      }
      return new Cell(place, text.substring(start, at).strip());
    }

    private String quoted(Place place) {
      StringBuilder content = new StringBuilder();
      at++;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '"' && !text.startsWith("\"\"", at)) {
          at++;
          skipBlanks();
          return content.toString();
        }
        content.append(c);
        if (c == '\n') {
          newLine();
        } else {
          at += c == '"' ? 2 : 1;
        }
      }
      problems.error(place, "the quote that begins here does not end");
      return content.toString();
    }

    /** Moves to the comma or the line end that closes a quoted cell. */
    private void skipBlanks() {
      while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
        at++;
      }
    }

    private void newLine() {
      at++;
      line++;
      lineStart = at;
    }
  }
}
