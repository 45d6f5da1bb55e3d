package org.callboard.app;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.board.Board;
import org.callboard.board.Frame;
import org.callboard.programme.Room;

/** Boards as a table for a terminal: a room, and what is now and next there in event time. */
record BoardTable(Agenda agenda, Instant at) {
  private static final DateTimeFormatter HEAD =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter OTHER_DAY =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SAME_DAY = DateTimeFormatter.ofPattern("HH:mm");

  List<String> lines(List<Board> boards) {
    List<String> lines = new ArrayList<>();
    lines.add(agenda.programme().event().name() + ", " + HEAD.format(local(at)));
    int width = boards.stream().mapToInt(board -> name(board).length()).max().orElse(0);
    for (Board board : boards) {
      String name = name(board);
      for (String row : rows(board.frameAt(at))) {
        lines.add(name + " ".repeat(width - name.length() + 2) + row);
        name = "";
      }
    }
    return lines;
  }

  private List<String> rows(Frame frame) {
    List<String> rows = new ArrayList<>();
    for (String id : frame.now()) {
      rows.add("now   until " + time(session(id).span().end()) + "  " + title(id));
    }
    for (String id : frame.next()) {
      rows.add("next        " + time(session(id).span().start()) + "  " + title(id));
    }
    return rows.isEmpty() ? List.of("nothing more") : rows;
  }

  private String name(Board board) {
    return agenda.programme().room(board.roomId()).map(Room::name).orElse(board.roomId());
  }

  private String title(String id) {
    String label = session(id).plan().label();
    String title = session(id).title();
    return label.isBlank() || title.startsWith(label) ? title : label + ": " + title;
  }

  private LiveSession session(String id) {
    return agenda.session(id).orElseThrow();
  }

  private String time(Instant instant) {
    boolean isToday = local(instant).toLocalDate().equals(local(at).toLocalDate());
    return (isToday ? SAME_DAY : OTHER_DAY).format(local(instant));
  }

  private ZonedDateTime local(Instant instant) {
    return instant.atZone(agenda.programme().event().zone());
  }
}
