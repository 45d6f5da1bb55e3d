package org.callboard.interchange;

import java.util.ArrayList;
import java.util.List;

/** The rows of one table while it is read, within the bounds that every kind of file is held to. */
final class TableRows {
  static final int MOST_ROWS = 200_000;
  static final int MOST_COLUMNS = 1_000;
  static final int MOST_CELLS = 2_000_000;
  static final int LONGEST_CELL = 200_000;

  private final List<Table.Row> rows = new ArrayList<>();
  private int cells;

  /**
   * Keeps a row that says anything, without blank cells at its end.
   *
   * @throws UnreadableProgramme where the table is far larger than a programme
   */
  void add(int number, List<String> written) throws UnreadableProgramme {
    int end = Math.min(written.size(), MOST_COLUMNS);
    while (end > 0 && written.get(end - 1).isBlank()) {
      end--;
    }
    cells += end;
    if (rows.size() >= MOST_ROWS || cells > MOST_CELLS) {
      throw new UnreadableProgramme(
          number,
          "the table has more than " + MOST_ROWS + " rows or " + MOST_CELLS + " cells: split it");
    }
    if (end > 0) {
      rows.add(
          new Table.Row(number, written.subList(0, end).stream().map(TableRows::bounded).toList()));
    }
  }

  List<Table.Row> rows() {
    return rows;
  }

  private static String bounded(String cell) {
    return cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell;
  }
}
