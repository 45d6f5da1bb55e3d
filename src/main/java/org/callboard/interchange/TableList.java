package org.callboard.interchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.programme.Role;
import org.callboard.programme.Slot;

/** A table with one session in each row, under a row of headings. */
final class TableList {
  private static final Set<String> NO_ROOM = Set.of(".", "-", "–", "—", "/", "n/a", "none", "?");
  private static final Set<String> YES =
      Set.of("true", "yes", "1", "x", "oui", "si", "sí", "evet", "ja");
  private static final Set<String> CANCELLED =
      Set.of(
          "cancelled",
          "canceled",
          "annule",
          "annulee",
          "cancelado",
          "cancelada",
          "iptal",
          "geannuleerd",
          "abgesagt",
          "annullato");

  private final Table table;
  private final TableHeader header;
  private final TableContext in;
  private final TableDates dates;
  private final Gathering gathering;
  private final Warnings warnings;
  private Optional<LocalDate> day;
  private Optional<Instant> lastEnd = Optional.empty();
  private int dateless;
  private int cancelled;
  private final List<Table.Row> left = new ArrayList<>();
  private final MergedCells merges;

  TableList(
      Table table, TableHeader header, TableContext in, Gathering gathering, Warnings warnings) {
    this.table = table;
    this.header = header;
    this.merges = new MergedCells(table);
    this.in = in;
    this.gathering = gathering;
    this.warnings = warnings;
    this.day = in.mapping().date().or(() -> in.dateOf(table.name()));
    this.dates = in.dates(times().toList());
  }

  /** The cells that speak of time. */
  private Stream<String> times() {
    return Stream.of(TableField.DATE, TableField.START, TableField.END_DATE, TableField.END)
        .flatMap(
            field ->
                rows().stream()
                    .map(row -> header.cell(row, field))
                    .filter(cell -> !cell.isEmpty()));
  }

  private List<Table.Row> rows() {
    return table.rows().subList(header.at() + 1, table.rows().size());
  }

  void tell() throws UnreadableProgramme {
    for (Table.Row row : rows()) {
      if (!row.isBlank() && !row.cells().equals(header.row().cells())) {
        tell(row);
      }
    }
    if (gathering.sessions() == 0 && dateless > 0) {
      throw new UnreadableProgramme(
          header.row().number(),
          "the sessions of this table have a time and no date: add a column “Date”, or write “date: 2025-03-31” in a file for --columns");
    }
    warn();
  }

  private void tell(Table.Row row) {
    String title = header.cell(row, TableField.TITLE);
    TableTime start = start(row);
    Optional<LocalDate> date = start.date().or(() -> date(row));
    if (isDayHeading(row, date.or(() -> in.dateIn(row, dates)), start)) {
      day = date.or(() -> in.dateIn(row, dates));
      return;
    }
    if (title.isEmpty() && header.cells(row, TableField.PEOPLE).isEmpty()) {
      left.add(row);
      return;
    }
    day = date.or(() -> day);
    tell(row, title, start);
  }

  private void tell(Table.Row row, String title, TableTime start) {
    boolean isOff = CANCELLED.contains(TableField.folded(header.cell(row, TableField.STATUS)));
    boolean isAllDay = YES.contains(header.cell(row, TableField.ALL_DAY).toLowerCase(Locale.ROOT));
    Optional<Instant> begin =
        isAllDay ? day.map(date -> TableTime.instant(date, 0, zone())) : begin(row, start);
    if (isOff) {
      cancelled++;
    } else if (begin.isPresent()) {
      Optional<Instant> end =
          isAllDay
              ? Optional.of(TableTime.instant(lastDay(row), 86_400, zone()))
              : end(row, start, begin.get());
      gathering.session(told(row, title, begin.get(), end, isAllDay));
      lastEnd = end;
    } else {
      dateless += start.isTime() ? 1 : 0;
      gathering.unscheduled();
    }
  }

  private ZoneId zone() {
    return in.clock().zone();
  }

  private LocalDate lastDay(Table.Row row) {
    return TableTime.of(header.cell(row, TableField.END_DATE), dates)
        .date()
        .filter(last -> !last.isBefore(day.orElseThrow()))
        .orElseGet(day::orElseThrow);
  }

  private TableTime start(Table.Row row) {
    TableTime start = TableTime.of(reached(row, TableField.START), dates);
    return start.isTime()
        ? start
        : timed(TableTime.of(reached(row, TableField.DATE), dates), start);
  }

  /** A cell, or the one that was merged with it from above. */
  private String reached(Table.Row row, TableField field) {
    String own = header.cell(row, field);
    return own.isEmpty() && header.has(field)
        ? merges.above(row, header.columns().get(field).get(0))
        : own;
  }

  private static TableTime timed(TableTime date, TableTime start) {
    return date.isTime() ? date : start;
  }

  private Optional<LocalDate> date(Table.Row row) {
    return TableTime.of(reached(row, TableField.DATE), dates).date();
  }

  /** A row that says a date and nothing else stands over the sessions of that day. */
  private boolean isDayHeading(Table.Row row, Optional<LocalDate> date, TableTime start) {
    return date.isPresent()
        && !start.isTime()
        && row.filled() <= 2
        && (start.date().isEmpty() || header.cell(row, TableField.TITLE).isEmpty())
        && (header.cell(row, TableField.TITLE).isEmpty() || in.dateIn(row, dates).isPresent());
  }

  /** Without a start it begins when the one above ends, if at least its length is given. */
  private Optional<Instant> begin(Table.Row row, TableTime start) {
    if (!start.isTime()) {
      boolean follows = !header.cell(row, TableField.DURATION).isEmpty();
      return follows ? lastEnd : Optional.empty();
    }
    return day.map(date -> instant(date, start.start().getAsInt(), start));
  }

  private Instant instant(LocalDate date, int seconds, TableTime time) {
    return time.offset().isPresent() && !in.clock().localTimes()
        ? TableTime.instant(date, seconds, time.offset().get())
        : TableTime.instant(date, seconds, zone());
  }

  private Optional<Instant> end(Table.Row row, TableTime start, Instant begin) {
    TableTime end = TableTime.of(header.cell(row, TableField.END), dates);
    OptionalInt seconds = end.isTime() ? end.start() : start.end();
    if (seconds.isPresent()) {
      Optional<LocalDate> date =
          end.date().or(() -> TableTime.of(header.cell(row, TableField.END_DATE), dates).date());
      Instant written = instant(date.or(() -> day).orElseThrow(), seconds.getAsInt(), end);
      boolean isOverMidnight = date.isEmpty() && written.isBefore(begin);
      return Optional.of(
          isOverMidnight
              ? instant(day.orElseThrow().plusDays(1), seconds.getAsInt(), end)
              : written);
    }
    return TableLength.of(header.cell(row, TableField.DURATION)).map(begin::plus);
  }

  private Told told(
      Table.Row row, String title, Instant begin, Optional<Instant> end, boolean isAllDay) {
    return new Told(
        row.number(),
        header.cell(row, TableField.ID),
        "",
        title,
        isAllDay ? ICalendarEvents.ALL_DAY : reached(row, TableField.TYPE),
        rooms(row),
        begin,
        end,
        people(row),
        description(row),
        header.cell(row, TableField.ORGANISER),
        Arrays.asList(header.cell(row, TableField.LANGUAGE).split("\\s*[,;/|]\\s*", 20)));
  }

  private List<String> rooms(Table.Row row) {
    String room = reached(row, TableField.ROOM);
    String key = reached(row, TableField.ROOM_ID);
    String named = room.isEmpty() ? in.lookup().named(key).orElse(key) : room;
    return named.isEmpty() || NO_ROOM.contains(named.toLowerCase(Locale.ROOT))
        ? List.of()
        : List.of(in.lookup().named(named).orElse(named));
  }

  private List<Slot> people(Table.Row row) {
    List<String> known =
        header.cells(row, TableField.SPEAKER_ID).stream()
            .flatMap(cell -> Arrays.stream(cell.split("[,;\\s]+")))
            .flatMap(key -> in.lookup().named(key).stream())
            .toList();
    List<String> named = header.cells(row, TableField.PEOPLE);
    return Stream.concat(
            TablePeople.of(named.isEmpty() ? known : named, Role.SPEAKER).stream(),
            TablePeople.of(header.cells(row, TableField.MODERATOR), Role.MODERATOR).stream())
        .toList();
  }

  private String description(Table.Row row) {
    return Stream.of(TableField.SUBTITLE, TableField.DESCRIPTION)
        .map(field -> header.cell(row, field))
        .filter(text -> text.length() > 1)
        .collect(Collectors.joining("\n\n"));
  }

  private void warn() {
    warnings.add(header.row().number(), "columns", header.explained());
    int above =
        (int) table.rows().subList(0, header.at()).stream().filter(row -> !row.isBlank()).count();
    if (above > 0) {
      warnings.add(
          table.rows().get(0).number(),
          "help-rows",
          above
              + (above == 1 ? " row" : " rows")
              + " above the headings in row "
              + header.row().number()
              + " are not read");
    }
    if (!left.isEmpty()) {
      warnings.add(
          left.get(0).number(),
          "rows",
          left.size()
              + (left.size() == 1 ? " row has" : " rows have")
              + " no title, and no session was made of them; write one in each");
    }
    if (cancelled > 0) {
      warnings.add(0, "cancelled", cancelled + " sessions are marked as cancelled, and left out");
    }
    in.warnOfDates(dates, header.row().number(), warnings);
  }
}
