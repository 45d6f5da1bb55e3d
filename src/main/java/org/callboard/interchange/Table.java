package org.callboard.interchange;

import java.util.List;

/**
 * Cells in rows, whatever file they came from, all as text.
 *
 * @param name of the sheet, or empty
 */
record Table(String name, List<Row> rows) {
  static final int MOST_COLUMNS = 1_000;
  static final int MOST_ROWS = 200_000;
  static final int LONGEST_CELL = 200_000;

  Table {
    rows = List.copyOf(rows);
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
