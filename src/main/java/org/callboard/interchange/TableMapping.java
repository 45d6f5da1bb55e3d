package org.callboard.interchange;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What a person says about the columns of a table: the heading of the column that holds a field, or
 * a date or a year for a table that names none.
 */
record TableMapping(
    Map<TableField, String> headings, Optional<LocalDate> date, OptionalInt year, String sheet) {
  private static final String YEAR = "year";
  private static final String SHEET = "sheet";

  /**
   * Reads what was said.
   *
   * @throws UnreadableProgramme where a word is no field
   */
  static TableMapping of(Map<String, String> columns) throws UnreadableProgramme {
    Map<TableField, String> headings = new EnumMap<>(TableField.class);
    Optional<LocalDate> date = Optional.empty();
    OptionalInt year = OptionalInt.empty();
    for (Map.Entry<String, String> entry : new LinkedHashMap<>(columns).entrySet()) {
      String value = entry.getValue().strip();
      boolean isDate =
          entry.getKey().equals(TableField.DATE.word()) && value.matches("\\d{4}-\\d{2}-\\d{2}");
      if (isDate) {
        date = new TableDates(false, false, year).in(value).map(TableDates.Found::date);
      } else if (entry.getKey().equals(YEAR) && value.matches("\\d{4}")) {
        year = OptionalInt.of(Integer.parseInt(value));
      } else if (!entry.getKey().equals(SHEET)) {
        headings.put(field(entry.getKey()), value);
      }
    }
    return new TableMapping(headings, date, year, columns.getOrDefault(SHEET, "").strip());
  }

  private static TableField field(String word) throws UnreadableProgramme {
    return TableField.ofWord(word)
        .orElseThrow(
            () ->
                new UnreadableProgramme(
                    0,
                    "--columns names “"
                        + Warnings.shortened(word)
                        + "”, which is no field; write one of "
                        + Arrays.stream(TableField.values())
                            .map(TableField::word)
                            .collect(Collectors.joining(", "))
                        + ", year, sheet"));
  }

  boolean names(TableField field) {
    return headings.containsKey(field);
  }

  boolean isEmpty() {
    return headings.isEmpty();
  }

  boolean allIn(Table.Row row) {
    return headings.values().stream().allMatch(heading -> column(row, heading) >= 0);
  }

  Map<TableField, Integer> columnsIn(Table.Row row) {
    Map<TableField, Integer> columns = new EnumMap<>(TableField.class);
    headings.forEach((field, heading) -> columns.put(field, column(row, heading)));
    return columns;
  }

  private static int column(Table.Row row, String heading) {
    String key = TableField.folded(heading);
    for (int column = 0; column < row.cells().size(); column++) {
      String cell = row.cell(column);
      if (cell.equals(heading) || (!key.isEmpty() && TableField.folded(cell).equals(key))) {
        return column;
      }
    }
    return -1;
  }
}
