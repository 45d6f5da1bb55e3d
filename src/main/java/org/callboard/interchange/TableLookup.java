package org.callboard.interchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that other sheets of a file give for ids: a sheet of rooms, a sheet of speakers. */
final class TableLookup {
  private static final int MOST = 20_000;

  private final Map<String, String> names = new HashMap<>();

  /** Reads every sheet that begins with a column of ids and one of names, and has no times. */
  static TableLookup of(List<Table> tables) {
    TableLookup lookup = new TableLookup();
    tables.forEach(lookup::read);
    return lookup;
  }

  Optional<String> named(String key) {
    return Optional.ofNullable(names.get(key));
  }

  private void read(Table table) {
    Optional<Table.Row> header =
        table.rows().stream().filter(row -> !row.isBlank()).findFirst().filter(TableLookup::isList);
    if (header.isEmpty()) {
      return;
    }
    for (Table.Row row : table.rows()) {
      if (row.number() > header.get().number() && names.size() < MOST) {
        String key = row.cell(0);
        String name = row.cell(1);
        if (!key.isEmpty() && !name.isEmpty()) {
          names.putIfAbsent(key, name);
        }
      }
    }
  }

  private static boolean isList(Table.Row header) {
    boolean isTimed =
        header.cells().stream()
            .anyMatch(
                cell ->
                    TableField.START.rank(cell).isPresent()
                        || TableField.DATE.rank(cell).isPresent());
    return TableField.ID.rank(header.cell(0)).isPresent()
        && TableField.TITLE.rank(header.cell(1)).isPresent()
        && !isTimed;
  }
}
