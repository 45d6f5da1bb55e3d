package org.callboard.interchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.callboard.programme.Slug;
import org.callboard.programme.Span;

/**
 * Makes the programme of an outline and its timetable: sessions, rooms, days and the event over
 * them.
 */
final class ProgrammeTextSessions {
  private static final int LONGEST_SHARED = 240;

  private final TextOutline outline;
  private final TextTimetable timetable;
  private final ZoneId zone;
  private final Warnings warnings;
  private final RoomBook rooms;
  private final NamesSeen names;
  private final Slug slug = new Slug();
  private final List<Session> sessions = new ArrayList<>();
  private final Map<LocalDate, Day> days = new TreeMap<>();

  ProgrammeTextSessions(
      TextOutline outline, TextTimetable timetable, ZoneId zone, Warnings warnings) {
    this.outline = outline;
    this.timetable = timetable;
    this.zone = zone;
    this.warnings = warnings;
    this.rooms = new RoomBook(warnings);
    this.names = new NamesSeen(warnings);
  }

  Programme programme() {
    for (int i = 0; i < outline.blocks().size(); i++) {
      add(outline.blocks().get(i), timetable.span(i));
    }
    return new Programme(event(), List.copyOf(days.values()), rooms.rooms(), sessions);
  }

  private void add(TextBlock block, Span span) {
    addToDay(block, span);
    if (block.parts().isEmpty()) {
      addSession(block, span, block.standing(), SessionText.of(block.head(), warnings), "");
      return;
    }
    String head = headOf(block);
    boolean first = true;
    for (TextBlock.Part part : block.parts()) {
      SessionText text = SessionText.of(part.lines(), warnings);
      share(block, head, text, first);
      addSession(block, span, Optional.of(part.room()), text, head);
      first = false;
    }
  }

  private static String headOf(TextBlock block) {
    List<String> said = Prose.joined(block.head()).stream().map(TextLine::text).toList();
    return String.join("\n\n", said);
  }

  /**
   * Gives a session what is said over all the rooms of its block: a heading becomes the label of a
   * session without one; a text becomes the last paragraph of each session if it is short, else of
   * the first.
   */
  private static void share(TextBlock block, String head, SessionText text, boolean first) {
    boolean isHeading = block.head().size() == 1 && TextBlock.isTitle(block.head().get(0));
    if (isHeading && text.title().isEmpty()) {
      text.entitle(head);
    } else if (isHeading && text.label().isEmpty()) {
      text.relabel(head);
    } else if (!isHeading && !head.isEmpty() && (first || head.length() <= LONGEST_SHARED)) {
      text.addParagraph(head);
    }
  }

  private void addSession(
      TextBlock block, Span span, Optional<RoomLine> room, SessionText text, String head) {
    if (text.title().isEmpty()) {
      entitle(block, text);
    }
    Kind kind = text.kind(head);
    if (room.isEmpty() && !kind.isPause()) {
      warnings.add(
          block.number(),
          "no-room",
          "“"
              + Warnings.shortened(text.title())
              + "” has no room, so it shows in every room: add a line such as “Room: Auditorium”");
    }
    names.see(text.people(), text.peopleLines());
    List<String> in = room.map(line -> List.of(rooms.idOf(line))).orElse(List.of());
    List<String> languages = room.map(RoomLine::languages).orElse(List.of());
    sessions.add(text.session(slug.distinct(text.title()), kind, in, span, languages));
  }

  private void entitle(TextBlock block, SessionText text) {
    text.entitle(text.label().isEmpty() ? "Untitled session" : text.label());
    warnings.add(
        block.number(),
        "no-title",
        "the session at " + block.time().start() + " has no title: write one under its time");
  }

  private void addToDay(TextBlock block, Span span) {
    LocalDate date = timetable.date(block.day());
    Instant start =
        days.containsKey(date)
            ? earlier(days.get(date).span().start(), span.start())
            : span.start();
    Instant end =
        days.containsKey(date) ? later(days.get(date).span().end(), span.end()) : span.end();
    days.put(date, new Day(labelOf(block, date), new Span(start, end)));
  }

  private String labelOf(TextBlock block, LocalDate date) {
    return block.day() >= 0
        ? outline.days().get(block.day()).label(date)
        : DayLine.labelIn(java.util.Locale.ENGLISH, date);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private Event event() {
    Preamble preamble = outline.preamble();
    String name = preamble.name();
    if (name.isEmpty()) {
      warnings.add(0, "no-name", "the event has no name: write it as the first line");
    }
    Set<String> languages = new LinkedHashSet<>(preamble.languages());
    rooms.rooms().forEach(room -> languages.addAll(room.languages()));
    return new Event(
        name.isEmpty() ? "Programme" : name,
        preamble.subtitle(),
        zone,
        preamble.venue(),
        preamble.asOf(),
        List.copyOf(languages));
  }
}
