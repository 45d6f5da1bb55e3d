package org.callboard.interchange;

import java.util.ArrayList;
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

  private final String format;
  private final List<Table> tables;
  private final String fileName;
  private final ReadingOptions options;

  /** What came of one table. */
  private record Attempt(
      Table table, Gathering gathering, Warnings warnings, Optional<UnreadableProgramme> refusal) {

    int sessions() {
      return refusal.isPresent() ? 0 : gathering.sessions();
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
      Gathering gathering = new Gathering(event(in, table), unheard);
      Optional<TableGrid> grid = TableGrid.of(table, in, gathering, unheard);
      if (grid.isPresent()) {
        grid.get().tell();
      }
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
      attempts.add(attempt(table, in));
    }
    Attempt best = best(attempts, mapping);
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

  private static Attempt attempt(Table table, TableContext in) {
    Warnings warnings = new Warnings();
    Gathering gathering = new Gathering(event(in, table), warnings);
    try {
      Optional<TableHeader> header = TableHeader.of(table, in.mapping());
      if (header.isPresent()) {
        new TableList(table, header.get(), in, gathering, warnings).tell();
      } else {
        Optional<TableGrid> grid =
            in.mapping().isEmpty()
                ? TableGrid.of(table, in, gathering, warnings)
                : Optional.empty();
        if (grid.isPresent()) {
          grid.get().tell();
        }
      }
      return new Attempt(table, gathering, warnings, Optional.empty());
    } catch (UnreadableProgramme e) {
      return new Attempt(table, gathering, warnings, Optional.of(e));
    }
  }

  private static Event event(TableContext in, Table table) {
    String name = table.name().toLowerCase(Locale.ROOT).replace(" ", "");
    return new Event(
        NO_NAME.contains(name) ? UNNAMED : table.name(),
        "",
        in.clock().zone(),
        "",
        Optional.empty(),
        List.of());
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
    List<Table> others = tables.stream().filter(table -> table != best.table()).toList();
    if (!others.isEmpty()) {
      warnings.add(
          new Warning(
              0,
              "sheets",
              "the sheet “"
                  + best.table().name()
                  + "” was read, and as a programme none of "
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
