package org.callboard.interchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.programme.Event;

/** Reads the tables of one file: the one that reads best is the programme. */
final class TableReading {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19[5-9]\\d|20\\d{2})(?!\\d)");
  private static final Set<String> NO_NAME =
      Set.of(
          "",
          "sheet",
          "sheet1",
          "tabelle1",
          "feuil1",
          "feuille1",
          "hoja1",
          "sayfa1",
          "blad1",
          "foglio1");
  private static final String UNNAMED = "Untitled event";
  private static final List<String> GRID = List.of("times × rooms");

  /** Days between two sheets of one event; the same sheets of another year are further off. */
  private static final long MOST_DAYS_APART = 14;

  private final String format;
  private final List<Table> tables;
  private final String fileName;
  private final ReadingOptions options;

  /**
   * What came of a table, or of several that belong together.
   *
   * @param layout what tables that belong together have in common
   */
  private record Attempt(
      List<Table> tables,
      List<String> layout,
      Gathering gathering,
      Warnings warnings,
      Optional<UnreadableProgramme> refusal) {

    int sessions() {
      return refusal.isPresent() ? 0 : gathering.sessions();
    }

    /** Whether another is of other days of the same event: days that are near and not the same. */
    boolean goesOnIn(Attempt other) {
      return other.sessions() > 0
          && layout.equals(other.layout)
          && Collections.disjoint(gathering.dates(), other.gathering.dates())
          && gathering.dates().stream().anyMatch(day -> other.isNear(day));
    }

    private boolean isNear(LocalDate day) {
      return gathering.dates().stream()
          .anyMatch(own -> Math.abs(own.toEpochDay() - day.toEpochDay()) <= MOST_DAYS_APART);
    }
  }

  TableReading(String format, List<Table> tables, String fileName, ReadingOptions options) {
    this.format = format;
    this.tables = tables;
    this.fileName = fileName;
    this.options = options;
  }

  /** Whether it has headings, or times and rooms, by a look at its first rows. */
  static boolean looksLike(Table table) {
    try {
      TableMapping none = TableMapping.of(java.util.Map.of());
      if (TableHeader.of(table, none).isPresent()) {
        return true;
      }
      TableContext in =
          new TableContext(
              none,
              new SourceClock(java.time.ZoneOffset.UTC, false),
              OptionalInt.of(2000),
              TableLookup.of(List.of()));
      Warnings unheard = new Warnings();
      Gathering gathering = new Gathering(event(in, List.of(table)), unheard);
      tell(table, in, gathering, unheard);
      return gathering.sessions() > 1;
    } catch (UnreadableProgramme e) {
      return true;
    }
  }

  Reading read() throws UnreadableProgramme {
    Warnings common = new Warnings();
    TableMapping mapping = TableMapping.of(options.columns());
    TableContext in =
        new TableContext(
            mapping,
            SourceClock.of(Optional.empty(), options, common),
            mapping.year().isPresent() ? mapping.year() : yearOf(fileName),
            TableLookup.of(tables));
    List<Attempt> attempts = new ArrayList<>();
    for (Table table : wanted(mapping)) {
      attempts.add(attempt(List.of(table), in));
    }
    Attempt best = whole(best(attempts, mapping), attempts, in);
    List<Warning> warnings = new ArrayList<>(common.inOrder());
    org.callboard.programme.Programme programme = best.gathering().programme();
    warnOfSheets(best, warnings);
    warnings.addAll(best.warnings().inOrder());
    return new Reading(format, programme, warnings);
  }

  private List<Table> wanted(TableMapping mapping) throws UnreadableProgramme {
    if (mapping.sheet().isEmpty()) {
      return tables;
    }
    List<Table> named =
        tables.stream().filter(table -> table.name().equalsIgnoreCase(mapping.sheet())).toList();
    if (named.isEmpty()) {
      throw new UnreadableProgramme(
          0, "there is no sheet “" + mapping.sheet() + "”; the sheets are " + names(tables));
    }
    return named;
  }

  private static Attempt attempt(List<Table> tables, TableContext in) {
    Warnings warnings = new Warnings();
    Gathering gathering = new Gathering(event(in, tables), warnings);
    List<String> layout = List.of();
    try {
      for (Table table : tables) {
        layout = tell(table, in, gathering, warnings);
      }
      return new Attempt(tables, layout, gathering, warnings, Optional.empty());
    } catch (UnreadableProgramme e) {
      return new Attempt(tables, layout, gathering, warnings, Optional.of(e));
    }
  }

  /** Tells what stands in a table, and how it is laid out; nothing where it is no programme. */
  private static List<String> tell(
      Table table, TableContext in, Gathering gathering, Warnings warnings)
      throws UnreadableProgramme {
    Optional<TableHeader> header = TableHeader.of(table, in.mapping());
    if (header.isPresent()) {
      new TableList(table, header.get(), in, gathering, warnings).tell();
      return header.get().row().cells();
    }
    if (!in.mapping().isEmpty()) {
      return List.of();
    }
    Optional<TableGrid> grid = TableGrid.of(table, in, gathering, warnings);
    if (grid.isPresent()) {
      grid.get().tell();
      return GRID;
    }
    return tellTurned(table, in, gathering, warnings);
  }

  /** Rooms down the side and times across the top are the same grid, read down. */
  private static List<String> tellTurned(
      Table table, TableContext in, Gathering gathering, Warnings warnings)
      throws UnreadableProgramme {
    Warnings ofColumns = new Warnings();
    Optional<TableGrid> turned = TableGrid.of(table.turned(), in, gathering, ofColumns);
    if (turned.isEmpty()) {
      return List.of();
    }
    turned.get().tell();
    ofColumns
        .inOrder()
        .forEach(
            each ->
                warnings.add(
                    0, each.code(), "column " + each.line() + ", read down: " + each.message()));
    return GRID;
  }

  /** With the other days, where an event has a sheet for each. */
  private static Attempt whole(Attempt best, List<Attempt> attempts, TableContext in) {
    List<Attempt> days = new ArrayList<>(List.of(best));
    for (Attempt attempt : attempts) {
      if (days.stream().allMatch(day -> day.goesOnIn(attempt))) {
        days.add(attempt);
      }
    }
    return days.size() == 1
        ? best
        : attempt(
            attempts.stream().filter(days::contains).flatMap(a -> a.tables().stream()).toList(),
            in);
  }

  /** A sheet's name is the event's, unless it is one of several. */
  private static Event event(TableContext in, List<Table> tables) {
    String name = tables.size() == 1 ? tables.get(0).name() : "";
    boolean isNone = NO_NAME.contains(name.toLowerCase(Locale.ROOT).replace(" ", ""));
    return new Event(
        isNone ? UNNAMED : name, "", in.clock().zone(), "", Optional.empty(), List.of());
  }

  private static Attempt best(List<Attempt> attempts, TableMapping mapping)
      throws UnreadableProgramme {
    Attempt best = null;
    for (Attempt attempt : attempts) {
      best = best == null || attempt.sessions() > best.sessions() ? attempt : best;
    }
    if (best != null && best.sessions() > 0) {
      return best;
    }
    for (Attempt attempt : attempts) {
      if (attempt.refusal().isPresent()) {
        throw attempt.refusal().get();
      }
    }
    throw new UnreadableProgramme(
        0,
        mapping.isEmpty()
            ? "no row of headings with a title and a time was found in this table: name the columns, or say which is which in a file for --columns"
            : "no row has all the headings that --columns names: write them as they stand in the table: "
                + String.join(", ", mapping.headings().values()));
  }

  private void warnOfSheets(Attempt best, List<Warning> warnings) {
    List<Table> others = tables.stream().filter(table -> !best.tables().contains(table)).toList();
    if (!others.isEmpty()) {
      warnings.add(
          new Warning(
              0,
              "sheets",
              "read was "
                  + names(best.tables())
                  + ", and as a programme none of "
                  + names(others)
                  + "; choose another with “sheet: NAME” in a file for --columns"));
    }
  }

  private static String names(List<Table> of) {
    return of.stream()
        .limit(20)
        .map(table -> "“" + Warnings.shortened(table.name()) + "”")
        .collect(Collectors.joining(", "));
  }

  /** The year in the name of a file, such as that of an event that is held every year. */
  private static OptionalInt yearOf(String fileName) {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    Matcher match = YEAR.matcher(last);
    return match.find() ? OptionalInt.of(Integer.parseInt(match.group())) : OptionalInt.empty();
  }
}
