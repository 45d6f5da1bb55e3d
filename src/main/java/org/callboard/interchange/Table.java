package org.callboard.interchange;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cells in rows, whatever file they came from, all as text.
 *
 * @param name of the sheet, or empty
 * @param merges cells that reach over others, by the number of the first row
 */
record Table(String name, List<Row> rows, Map<Integer, List<Merge>> merges) {
  Table {
    rows = List.copyOf(rows);
    merges = Map.copyOf(merges);
  }

  Table(String name, List<Row> rows) {
    this(name, rows, Map.of());
  }

  /** With rows for columns and columns for rows; a row then has the number of its column. */
  Table turned() {
    int wide = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<Row> turned =
        IntStream.range(0, wide)
            .mapToObj(
                column -> new Row(column + 1, rows.stream().map(row -> row.cell(column)).toList()))
            .toList();
    return new Table(
        name,
        turned,
        merges.values().stream()
            .flatMap(List::stream)
            .map(this::turned)
            .collect(Collectors.groupingBy(Merge::row)));
  }

  private Merge turned(Merge merge) {
    return new Merge(merge.column() + 1, place(merge.row()), merge.columns(), merge.rows());
  }

  /** Among the rows that are there, the place of the one with a number. */
  private int place(int number) {
    return (int) rows.stream().filter(row -> row.number() < number).count();
  }

  /** How far a cell reaches; one row and one column where nothing was merged. */
  Merge merge(Row row, int column) {
    return merges.getOrDefault(row.number(), List.of()).stream()
        .filter(merge -> merge.column() == column)
        .findFirst()
        .orElse(new Merge(row.number(), column, 1, 1));
  }

  /**
   * A cell that reaches over several rows or columns.
   *
   * @param row the number of its first row
   * @param column its first column, from 0
   */
  record Merge(int row, int column, int rows, int columns) {
    static final int MOST = 5_000;

    int lastRow() {
      return row + rows - 1;
    }

    boolean covers(Row other, int at) {
      return other.number() >= row
          && other.number() <= lastRow()
          && at >= column
          && at < column + columns;
    }
  }

  /**
   * One row.
   *
   * @param number its line or row in the file, from 1
   */
  record Row(int number, List<String> cells) {

    Row {
      cells = List.copyOf(cells);
    }

    /** The text of a cell, without white space around it; empty where the row has none. */
    String cell(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
    }

    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }

    /** How many of its cells say anything. */
    int filled() {
      return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
    }
  }
}
