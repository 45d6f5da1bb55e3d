package org.callboard.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Aspect;
import org.callboard.agenda.LiveAnnouncement;
import org.callboard.agenda.LiveSession;
import org.callboard.agenda.Mark;
import org.callboard.programme.Day;

/** What the boards of all rooms are worked out from, looked up once for all of them. */
final class Facts {
  final Agenda agenda;
  final List<LiveSession> byStart;
  final List<LiveAnnouncement> announcements;
  private final Map<String, Map<Aspect, Mark>> marks = new HashMap<>();
  private final Map<Instant, Optional<Day>> days = new HashMap<>();

  Facts(Agenda agenda) {
    this.agenda = agenda;
    this.byStart =
        agenda.sessions().stream()
            .sorted(Comparator.comparing(session -> session.span().start()))
            .toList();
    this.announcements = openable(agenda);
    byStart.forEach(session -> marks.put(session.id(), agenda.marks(session)));
  }

  Map<Aspect, Mark> marks(LiveSession session) {
    return marks.getOrDefault(session.id(), Map.of());
  }

  /** The conference day on which a session now begins. */
  Optional<Day> dayOf(LiveSession session) {
    return days.computeIfAbsent(session.span().start(), agenda.programme()::dayOf);
  }

  /** A window for each mark of sessions. */
  List<Window<Marked>> markWindows(List<LiveSession> sessions) {
    List<Window<Marked>> windows = new ArrayList<>();
    for (LiveSession session : sessions) {
      marks(session)
          .forEach(
              (aspect, mark) ->
                  windows.add(
                      new Window<>(
                          new Marked(session.id(), aspect),
                          mark.since(),
                          Optional.of(mark.until()))));
    }
    return windows;
  }

  /** That an aspect of a session has lately changed. */
  record Marked(String session, Aspect aspect) {}

  /** Those that ever open, the gravest first. */
  private static List<LiveAnnouncement> openable(Agenda agenda) {
    return agenda.announcements().stream()
        .filter(live -> live.isOpenAt(live.announcement().from()))
        .sorted(Precedence.GRAVEST_FIRST)
        .toList();
  }
}
