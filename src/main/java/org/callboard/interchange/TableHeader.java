package org.callboard.interchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The row of a table that names its columns, and which column holds what.
 *
 * @param at its place among the rows of the table
 */
record TableHeader(int at, Table.Row row, Map<TableField, List<Integer>> columns) {
  private static final int DEEPEST = 60;
  private static final int MOST_NAMED = 12;

  /** A guess that a column holds a field, the better the lower its rank. */
  private record Guess(TableField field, int column, int rank) {}

  /** The row whose headings tell most, if they tell at least a title and a time. */
  static Optional<TableHeader> of(Table table, TableMapping mapping) {
    return IntStream.range(0, Math.min(DEEPEST, table.rows().size()))
        .filter(at -> mapping.allIn(table.rows().get(at)))
        .mapToObj(at -> at(table, at, mapping))
        .filter(header -> header.isUsable(mapping))
        .max(
            Comparator.comparingInt((TableHeader header) -> header.columns.size())
                .thenComparing(header -> -header.at));
  }

  private static TableHeader at(Table table, int at, TableMapping mapping) {
    Table.Row row = table.rows().get(at);
    Map<TableField, List<Integer>> columns = new EnumMap<>(TableField.class);
    mapping.columnsIn(row).forEach((field, column) -> columns.put(field, List.of(column)));
    for (Guess guess : guesses(table, at)) {
      boolean isFree = columns.values().stream().noneMatch(used -> used.contains(guess.column()));
      boolean isWanted = guess.field().isRepeatable() && !mapping.names(guess.field());
      if (isFree && (isWanted || !columns.containsKey(guess.field()))) {
        columns.computeIfAbsent(guess.field(), field -> new ArrayList<>()).add(guess.column());
      }
    }
    return new TableHeader(at, row, columns);
  }

  private static List<Guess> guesses(Table table, int at) {
    List<Guess> guesses = new ArrayList<>();
    Table.Row row = table.rows().get(at);
    for (int column = 0; column < row.cells().size(); column++) {
      String heading = heading(table, at, column);
      for (TableField field : TableField.values()) {
        int place = column;
        field.rank(heading).ifPresent(rank -> guesses.add(new Guess(field, place, rank)));
      }
    }
    guesses.sort(Comparator.comparingInt(Guess::rank).thenComparingInt(Guess::column));
    return guesses;
  }

  /** A number under a wider heading ("Speakers" over 1, 2, 3) is a part of that heading. */
  private static String heading(Table table, int at, int column) {
    String own = table.rows().get(at).cell(column);
    boolean isNumber =
        !own.isEmpty() && own.length() < 3 && own.chars().allMatch(Character::isDigit);
    if (!isNumber || at == 0) {
      return own;
    }
    Table.Row above = table.rows().get(at - 1);
    int over = column;
    while (over > 0 && above.cell(over).isEmpty()) {
      over--;
    }
    return above.cell(over);
  }

  private boolean isUsable(TableMapping mapping) {
    boolean isTimed = has(TableField.START) || has(TableField.DATE);
    return has(TableField.TITLE) && isTimed && row.filled() > 1 && columns.size() >= 2;
  }

  boolean has(TableField field) {
    return columns.containsKey(field);
  }

  /** The text of a row in the column of a field; empty where there is none. */
  String cell(Table.Row of, TableField field) {
    return has(field) ? of.cell(columns.get(field).get(0)) : "";
  }

  List<String> cells(Table.Row of, TableField field) {
    return columns.getOrDefault(field, List.of()).stream()
        .sorted()
        .map(of::cell)
        .filter(cell -> !cell.isEmpty())
        .toList();
  }

  String heading(int column) {
    return row.cell(column);
  }

  /** What was understood and what was not, for the person who made the table. */
  String explained() {
    String read =
        columns.entrySet().stream()
            .map(entry -> entry.getKey().word() + " from " + headings(entry.getValue()))
            .collect(Collectors.joining(", "));
    Set<Integer> used =
        columns.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toCollection(TreeSet::new));
    List<Integer> others =
        IntStream.range(0, row.cells().size())
            .filter(column -> !used.contains(column) && !row.cell(column).isEmpty())
            .boxed()
            .toList();
    return "the columns were taken by their headings: "
        + read
        + (others.isEmpty() ? "" : "; not read: " + headings(others))
        + "; a file for --columns says otherwise";
  }

  private String headings(List<Integer> of) {
    String named =
        of.stream()
            .limit(MOST_NAMED)
            .map(column -> "“" + Warnings.shortened(PlainText.line(row.cell(column))) + "”")
            .collect(Collectors.joining(" + "));
    return of.size() > MOST_NAMED ? named + " and " + (of.size() - MOST_NAMED) + " more" : named;
  }
}
