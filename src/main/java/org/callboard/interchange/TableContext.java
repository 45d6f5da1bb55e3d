package org.callboard.interchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the tables of one file have in common: what a person said of them, the clock by which they
 * are read, the year that they are of, and the names behind their ids.
 */
record TableContext(TableMapping mapping, SourceClock clock, OptionalInt year, TableLookup lookup) {

  /** How the cells of a table write their dates. */
  TableDates dates(List<String> cells) {
    return TableDates.of(cells, year, clock.zone().getId().startsWith("America/"));
  }

  /** A date in a name of a sheet, such as "Friday 13 June 2025". */
  Optional<LocalDate> dateOf(String sheet) {
    return dates(List.of(sheet)).in(sheet).map(TableDates.Found::date);
  }

  /** The one date that the cells of a row name. */
  Optional<LocalDate> dateIn(Table.Row row, TableDates dates) {
    return row.cells().stream()
        .filter(cell -> !cell.isBlank() && cell.length() < 80)
        .flatMap(cell -> dates.in(PlainText.paragraphs(cell)).stream())
        .map(TableDates.Found::date)
        .findFirst();
  }

  void warnOfDates(TableDates dates, int line, Warnings warnings) {
    if (dates.isGuessed()) {
      warnings.add(
          line,
          "date-order",
          "dates such as 4/3 are read as "
              + (dates.isMonthFirst() ? "month/day" : "day/month")
              + "; check them, or write them like 2025-03-04");
    }
  }
}
