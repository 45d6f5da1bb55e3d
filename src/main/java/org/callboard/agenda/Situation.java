package org.callboard.agenda;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.callboard.programme.Room;
import org.callboard.programme.Span;

/** The day and the occasion in which a change is planned: what it names is there, or is refused. */
record Situation(Agenda agenda, Occasion occasion) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  Instant now() {
    return occasion.now();
  }

  LiveSession known(String id) {
    return agenda
        .session(id)
        .orElseThrow(
            () -> new Impossible("There is no session " + id + "; /api/sessions lists them."));
  }

  /** A session that is not called off; its time may be unknown. */
  LiveSession uncancelled(String id) {
    LiveSession session = known(id);
    if (session.isCancelled()) {
      throw new Impossible(quoted(session) + " is cancelled; reinstate it first.");
    }
    return session;
  }

  Room room(String id) {
    return agenda
        .programme()
        .room(id)
        .orElseThrow(() -> new Impossible("There is no room " + id + "; /api/event lists them."));
  }

  List<String> knownRooms(List<String> ids) {
    ids.forEach(this::room);
    return ids.stream().distinct().toList();
  }

  /** What people call a room; its id where only an older edition had it. */
  String roomName(String id) {
    return agenda.programme().room(id).map(Room::name).orElse(id);
  }

  /** What a clock at the event shows. */
  String clock(Instant instant) {
    return CLOCK.format(instant.atZone(agenda.programme().event().zone()));
  }

  String clock(Span span) {
    return clock(span.start()) + "–" + clock(span.end());
  }

  String quotedAt(LiveSession session) {
    return quoted(session) + " (" + clock(session.span()) + ")";
  }

  static String quoted(LiveSession session) {
    return quoted(session.title());
  }

  static String quoted(String title) {
    return "“" + title + "”";
  }
}
