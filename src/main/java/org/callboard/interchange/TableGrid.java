package org.callboard.interchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.callboard.programme.Role;

/**
 * A table of times × rooms: a row for each time, a column for each room, and rows between them that
 * name a day or give the columns other rooms.
 */
final class TableGrid {
  private static final int FEWEST_TIMES = 2;
  private static final int MOST_TIME_COLUMNS = 3;
  private static final int LONGEST_ROOM = 80;
  private static final String IN_LANGUAGE = "(?i)\\s+\\(?(?:en|es|fr|nl|tr|de|it|pt)\\)?$";
  private static final String PEOPLE_OF =
      "(?i)\\s*[-–:]?\\s*(?:speakers?|presenters?|people|names?|intervenants?|ponentes?|sprekers?|konuşmacılar|konuşmacı|referenten|relatori)$";

  private final Table table;
  private final TableContext in;
  private final Gathering gathering;
  private final Warnings warnings;
  private final TableDates dates;
  private final int times;
  private final Map<Integer, String> rooms = new TreeMap<>();
  private final Map<Integer, String> translations = new TreeMap<>();
  private final Map<Integer, Integer> people = new LinkedHashMap<>();
  private final List<Table.Row> left = new ArrayList<>();
  private Optional<LocalDate> day;
  private int ends = -1;
  private int lastTime = -1;
  private int dateless;
  private boolean isYearAssumed;
  private int everywhere;
  private int firstEverywhere;

  private TableGrid(
      Table table, TableContext in, int times, Gathering gathering, Warnings warnings) {
    this.table = table;
    this.in = in;
    this.times = times;
    this.gathering = gathering;
    this.warnings = warnings;
    this.day = in.mapping().date().or(() -> in.dateOf(table.name()));
    this.dates =
        in.dates(
            table.rows().stream()
                .flatMap(row -> row.cells().stream().limit(MOST_TIME_COLUMNS))
                .filter(cell -> !cell.isBlank())
                .toList());
  }

  /** The grid that a table is, if it is one. */
  static Optional<TableGrid> of(
      Table table, TableContext in, Gathering gathering, Warnings warnings) {
    int best = -1;
    long most = FEWEST_TIMES - 1;
    for (int column = 0; column < MOST_TIME_COLUMNS; column++) {
      long found = countTimes(table, column);
      best = found > most ? column : best;
      most = Math.max(most, found);
    }
    return best < 0
        ? Optional.empty()
        : Optional.of(new TableGrid(table, in, best, gathering, warnings));
  }

  private static long countTimes(Table table, int column) {
    return table.rows().stream()
        .filter(row -> row.filled() > 1 && isTime(row.cell(column)))
        .count();
  }

  /** A time alone, or a number such as a spreadsheet makes of one. */
  private static boolean isTime(String cell) {
    TableDates any = new TableDates(false, false, OptionalInt.empty());
    boolean hasLetters = cell.chars().anyMatch(Character::isLetter);
    return TableTime.isClock(cell) || (!hasLetters && TableTime.of(cell, any).isTime());
  }

  void tell() throws UnreadableProgramme {
    for (Table.Row row : table.rows()) {
      if (!row.isBlank()) {
        tell(row);
      }
    }
    if (gathering.sessions() == 0 && dateless > 0) {
      throw new UnreadableProgramme(
          table.rows().get(0).number(),
          "this table of times and rooms names no day with a year: write a row such as “Thursday 8 May 2025” above the times, or “year: 2025” or “date: 2025-05-08” in a file for --columns");
    }
    warn();
  }

  private void tell(Table.Row row) {
    TableTime time = TableTime.of(row.cell(times), dates);
    if (isTime(row.cell(times)) && row.filled() > 1) {
      day = time.date().or(() -> day);
      tell(row, time);
    } else if (in.dateIn(row, dates).isPresent() && row.filled() <= 2) {
      day = in.dateIn(row, dates);
      isYearAssumed |= TableDates.withoutYear(String.join(" ", row.cells())).isPresent();
      lastTime = -1;
    } else if (row.filled() > 1) {
      head(row);
    } else {
      dateless += TableDates.withoutYear(String.join(" ", row.cells())).isPresent() ? 1 : 0;
      left.add(row);
    }
  }

  /** A row of headings names the rooms; where a later one says nothing, the earlier one counts. */
  private void head(Table.Row row) {
    day = corner(row).or(() -> day);
    for (int column = times + 1; column < row.cells().size(); column++) {
      String heading = PlainText.line(row.cell(column));
      String of = heading.replaceFirst(PEOPLE_OF, "");
      Optional<Integer> room = columnOf(of);
      if (!of.equals(heading) && room.isPresent()) {
        people.put(room.get(), column);
        rooms.remove(column);
      } else if (TableField.END.rank(heading).isPresent() && column == times + 1) {
        ends = column;
      } else if (isTranslation(heading)) {
        translations.put(column, heading);
      } else if (isRoom(heading) && !people.containsValue(column)) {
        rooms.put(column, heading);
      }
    }
  }

  /** "Room A Es" beside "Room A" says the same titles in another language. */
  private boolean isTranslation(String heading) {
    String room = heading.replaceFirst(IN_LANGUAGE, "");
    return !room.equals(heading) && columnOf(room).isPresent();
  }

  /** The date that stands where the times and the rooms meet. */
  private Optional<LocalDate> corner(Table.Row row) {
    List<String> cells = row.cells().subList(0, Math.min(times + 1, row.cells().size()));
    return in.dateIn(new Table.Row(row.number(), cells), dates);
  }

  private Optional<Integer> columnOf(String room) {
    return rooms.entrySet().stream()
        .filter(entry -> entry.getValue().equalsIgnoreCase(room.strip()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isRoom(String heading) {
    return !heading.isEmpty()
        && heading.length() <= LONGEST_ROOM
        && TableField.DESCRIPTION.rank(heading).isEmpty()
        && TableField.DURATION.rank(heading).isEmpty()
        && TableField.DATE.rank(heading).isEmpty();
  }

  private void tell(Table.Row row, TableTime time) {
    int start = time.start().getAsInt();
    boolean isOverMidnight = lastTime > start && lastTime - start > 6 * 3600;
    lastTime = isOverMidnight ? lastTime : start;
    Optional<LocalDate> date = day.map(each -> isOverMidnight ? each.plusDays(1) : each);
    if (date.isEmpty()) {
      dateless++;
      return;
    }
    Instant begin = instant(date.get(), start);
    Optional<Instant> end = end(row, time, date.get(), begin);
    titles(row).forEach((title, columns) -> tell(row, title, columns, begin, end));
  }

  private Optional<Instant> end(Table.Row row, TableTime time, LocalDate date, Instant begin) {
    OptionalInt written =
        time.end().isPresent() || ends < 0
            ? time.end()
            : TableTime.of(row.cell(ends), dates).start();
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Instant end = instant(date, written.getAsInt());
    return Optional.of(end.isBefore(begin) ? instant(date.plusDays(1), written.getAsInt()) : end);
  }

  /** The same words in several rooms are one session; in the first alone they are for them all. */
  private Map<String, List<Integer>> titles(Table.Row row) {
    Map<String, List<Integer>> titles = new LinkedHashMap<>();
    for (int column : rooms.keySet()) {
      if (!row.cell(column).isEmpty()) {
        titles
            .computeIfAbsent(row.cell(column), title -> new ArrayList<>())
            .addAll(reached(row, column));
      }
    }
    boolean isForAll =
        rooms.size() > 1
            && titles.size() == 1
            && titles.values().iterator().next().equals(List.of(rooms.keySet().iterator().next()));
    if (isForAll) {
      titles.values().forEach(columns -> columns.clear());
      titles.values().forEach(columns -> columns.addAll(rooms.keySet()));
      firstEverywhere = everywhere++ == 0 ? row.number() : firstEverywhere;
    }
    return titles;
  }

  /** The columns of rooms over which a cell was merged, itself first. */
  private List<Integer> reached(Table.Row row, int column) {
    int wide = table.merge(row, column).columns();
    return rooms.keySet().stream().filter(at -> at >= column && at < column + wide).toList();
  }

  /** A cell that was merged over several times ends when the first time below it begins. */
  private Optional<Instant> endOfMerged(Table.Row row, int column, Instant begin) {
    Table.Merge merge = table.merge(row, column);
    if (merge.rows() == 1) {
      return Optional.empty();
    }
    return table.rows().stream()
        .filter(below -> below.number() > merge.lastRow())
        .map(below -> TableTime.of(below.cell(times), dates))
        .filter(TableTime::isTime)
        .findFirst()
        .flatMap(time -> day.map(date -> instant(date, time.start().getAsInt())))
        .filter(begin::isBefore);
  }

  private Instant instant(LocalDate date, int seconds) {
    return TableTime.instant(date, seconds, in.clock().zone());
  }

  private void tell(
      Table.Row row, String cell, List<Integer> columns, Instant begin, Optional<Instant> end) {
    String[] lines = cell.split("\\R", 2);
    gathering.session(
        new Told(
            row.number(),
            "",
            "",
            lines[0],
            "",
            columns.stream().map(rooms::get).toList(),
            begin,
            endOfMerged(row, columns.get(0), begin).or(() -> end),
            TablePeople.of(
                columns.stream()
                    .filter(people::containsKey)
                    .map(column -> row.cell(people.get(column)))
                    .filter(names -> !names.isEmpty())
                    .toList(),
                Role.SPEAKER),
            lines.length > 1 ? lines[1] : "",
            "",
            List.of()));
  }

  private void warn() {
    warnings.add(
        table.rows().get(0).number(),
        "columns",
        "this was read as a table of times × rooms: "
            + String.join(", ", rooms.values())
            + (translations.isEmpty()
                ? ""
                : "; not read, since they repeat a room in another language: "
                    + String.join(", ", translations.values()))
            + "; give each session a row of its own if this is wrong");
    if (everywhere > 0) {
      warnings.add(
          firstEverywhere,
          "whole-row",
          everywhere
              + " rows say something under the first room only, which is taken to be for all rooms; write it under each room where it is not");
    }
    if (!left.isEmpty()) {
      warnings.add(
          left.get(0).number(),
          "rows",
          left.size()
              + (left.size() == 1 ? " row is" : " rows are")
              + " neither a time, a day nor headings, and not read");
    }
    if (isYearAssumed) {
      warnings.add(
          table.rows().get(0).number(),
          "no-year",
          "no day says its year, so "
              + in.year().orElseThrow()
              + " is taken from the name of the file or from --columns; write it in each day");
    }
    in.warnOfDates(dates, table.rows().get(0).number(), warnings);
  }
}
