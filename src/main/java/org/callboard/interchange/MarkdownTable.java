package org.callboard.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Markdown table with a column of times, as the lines that say the same without columns: the
 * other columns hold titles, rooms and people by their headings, or else each is a room.
 *
 * @param time the column of times
 */
record MarkdownTable(List<String> headings, int time) {
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern RULE = Pattern.compile("\\|? *:?-+:? *(?:\\| *:?-+:? *){1,60}\\|?");

  /** The table that begins with a row of headings over a rule; empty where there is none. */
  static Optional<MarkdownTable> of(String row, String below) {
    if (row.indexOf('|') < 0 || below.length() > 2_000 || !RULE.matcher(below.strip()).matches()) {
      return Optional.empty();
    }
    List<String> headings = cells(row);
    return IntStream.range(0, headings.size())
        .filter(
            at -> is(TableField.START, headings.get(at)) || is(TableField.DATE, headings.get(at)))
        .boxed()
        .findFirst()
        .map(at -> new MarkdownTable(headings, at));
  }

  /** The lines that a row says; empty where it has no time. */
  List<String> lines(String row) {
    List<String> cells = cells(row);
    String at = time < cells.size() ? cells.get(time) : "";
    if (!opens(at) && !opens(at + " X")) {
      return List.of();
    }
    List<String> said = has(TableField.TITLE) ? listed(cells) : parallel(cells);
    return said.isEmpty() ? List.of() : begun(at, said);
  }

  /** A time alone opens a session only where it cannot be anything else. */
  private static List<String> begun(String at, List<String> said) {
    String first = at + " " + said.get(0);
    return opens(first)
        ? Stream.concat(Stream.of(first), said.stream().skip(1)).toList()
        : Stream.concat(Stream.of(at), said.stream()).toList();
  }

  private static boolean opens(String text) {
    return TimeLine.of(
            new TextLine(0, TextLines.plain(text), "", false, false, TextLine.Joint.PARAGRAPH))
        .isPresent();
  }

  private List<String> listed(List<String> cells) {
    String title = cell(cells, TableField.TITLE);
    List<String> said = new ArrayList<>(title.isEmpty() ? List.of() : List.of(title));
    for (TableField field : List.of(TableField.ROOM, TableField.PEOPLE, TableField.MODERATOR)) {
      String text = cell(cells, field);
      if (!text.isEmpty() && !title.isEmpty()) {
        said.add(word(field) + ": " + text);
      }
    }
    return said;
  }

  private static String word(TableField field) {
    return switch (field) {
      case ROOM -> "Room";
      case MODERATOR -> "Moderators";
      default -> "Speakers";
    };
  }

  /** What is the same in every room, or a pause in the first alone, is for all of them. */
  private List<String> parallel(List<String> cells) {
    List<Integer> rooms =
        IntStream.range(0, headings.size())
            .filter(at -> at != time && at < cells.size() && !cells.get(at).isEmpty())
            .boxed()
            .toList();
    List<String> titles = rooms.stream().map(cells::get).distinct().toList();
    boolean isForAll =
        titles.size() == 1
            && (rooms.size() == headings.size() - 1
                || KindWords.of(TextLines.plain(titles.get(0)))
                    .filter(kind -> kind.isPause())
                    .isPresent());
    return isForAll
        ? titles
        : rooms.stream()
            .flatMap(at -> Stream.of("Room: " + headings.get(at), cells.get(at)))
            .toList();
  }

  private boolean has(TableField field) {
    return IntStream.range(0, headings.size()).anyMatch(at -> is(field, at));
  }

  private String cell(List<String> cells, TableField field) {
    return IntStream.range(0, Math.min(cells.size(), headings.size()))
        .filter(at -> is(field, at))
        .mapToObj(cells::get)
        .findFirst()
        .orElse("");
  }

  private boolean is(TableField field, int at) {
    return at != time && is(field, headings.get(at));
  }

  private static boolean is(TableField field, String heading) {
    return field.rank(TextLines.plain(heading)).isPresent();
  }

  private static List<String> cells(String row) {
    String bare = row.strip();
    String open = bare.startsWith("|") ? bare.substring(1) : bare;
    String inner = open.endsWith("|") ? open.substring(0, open.length() - 1) : open;
    return BAR.splitAsStream(inner).map(String::strip).toList();
  }
}
