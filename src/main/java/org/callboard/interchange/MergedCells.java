package org.callboard.interchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The cells of a table that reach over rows below them. */
final class MergedCells {
  private final Map<Integer, TreeMap<Integer, Table.Merge>> byColumn = new HashMap<>();
  private final Map<Integer, Table.Row> rows = new HashMap<>();

  MergedCells(Table table) {
    for (List<Table.Merge> merges : table.merges().values()) {
      for (Table.Merge merge : merges) {
        if (merge.rows() > 1) {
          byColumn
              .computeIfAbsent(merge.column(), column -> new TreeMap<>())
              .put(merge.row(), merge);
        }
      }
    }
    table.rows().stream()
        .filter(row -> table.merges().containsKey(row.number()))
        .forEach(row -> rows.put(row.number(), row));
  }

  /** The text of the cell above that reaches to this one; empty where there is none. */
  String above(Table.Row row, int column) {
    TreeMap<Integer, Table.Merge> merges = byColumn.getOrDefault(column, new TreeMap<>());
    Map.Entry<Integer, Table.Merge> begun = merges.floorEntry(row.number());
    return begun != null && begun.getValue().covers(row, column) && rows.containsKey(begun.getKey())
        ? rows.get(begun.getKey()).cell(column)
        : "";
  }
}
