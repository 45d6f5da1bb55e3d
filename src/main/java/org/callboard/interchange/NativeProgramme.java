package org.callboard.interchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.callboard.programme.Span;

/** The native format's meaning: from nodes, YAML or JSON alike, to a programme and its warnings. */
final class NativeProgramme {
  static final int MOST_SESSIONS = 10_000;

  private final Entry top;
  private final List<Warning> warnings;

  NativeProgramme(Node.Fields root, List<Warning> warnings) {
    this.top = new Entry("", root, warnings);
    this.warnings = warnings;
  }

  Programme read(Optional<ZoneId> fallback) throws UnreadableProgramme {
    Event event = event(fallback);
    List<Entry> entries = top.entries("sessions", "session");
    if (entries.size() > MOST_SESSIONS) {
      throw new UnreadableProgramme(
          0,
          entries.size()
              + " sessions are too many, the limit is "
              + MOST_SESSIONS
              + ": split the file");
    }
    NativeRooms rooms = new NativeRooms(top.entries("rooms", "room"));
    List<Session> sessions = NativeSessions.read(entries, rooms, event.zone());
    if (sessions.isEmpty()) {
      throw nothingUsable();
    }
    List<Day> days = days(event.zone());
    top.close();
    return new Programme(
        event,
        days.isEmpty() ? DerivedDays.of(sessions, event.zone()) : days,
        rooms.all(),
        sessions);
  }

  private UnreadableProgramme nothingUsable() {
    return warnings.stream()
        .filter(warning -> warning.message().startsWith("session"))
        .findFirst()
        .map(
            first ->
                new UnreadableProgramme(first.line(), "no session is usable; " + first.message()))
        .orElse(new UnreadableProgramme(0, "no sessions stand here; list them under sessions:"));
  }

  private Event event(Optional<ZoneId> fallback) {
    Entry entry =
        top.entry("event").orElse(new Entry("event", new Node.Fields(1, Map.of()), warnings));
    Event event =
        new Event(
            name(entry),
            entry.text("subtitle"),
            zone(entry, fallback),
            entry.text("venue"),
            asOf(entry),
            entry.texts("languages"));
    entry.close();
    return event;
  }

  private static String name(Entry entry) {
    String name = entry.text("name");
    if (name.isBlank()) {
      entry.warn("event-name", "name", "the event has no name; add name");
      return "Untitled event";
    }
    return name;
  }

  private static ZoneId zone(Entry entry, Optional<ZoneId> fallback) {
    String text = entry.text("timezone");
    Optional<ZoneId> zone = zone(text);
    ZoneId used = zone.or(() -> fallback).orElse(ZoneOffset.UTC);
    String remedy = used.getId() + " is used; write one like Europe/Brussels";
    if (zone.isEmpty() && !text.isEmpty()) {
      entry.warn(
          "timezone", "timezone", Entry.quoted("timezone", text) + " is no time zone; " + remedy);
    } else if (zone.isEmpty() && fallback.isEmpty()) {
      entry.warn("timezone", "timezone", "no timezone is given; " + remedy);
    }
    return used;
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> asOf(Entry entry) {
    String text = entry.text("asOf");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      entry.warn(
          "bad-date", "asOf", Entry.quoted("asOf", text) + " is no date; write it like 2017-11-15");
      return Optional.empty();
    }
  }

  private List<Day> days(ZoneId zone) {
    List<Day> days = new ArrayList<>();
    top.entries("days", "day").forEach(entry -> day(entry, zone).ifPresent(days::add));
    return days;
  }

  private static Optional<Day> day(Entry entry, ZoneId zone) {
    String label = entry.text("label");
    Optional<Instant> start = entry.time("start", zone);
    Optional<Instant> end = entry.time("end", zone);
    entry.close();
    if (start.isEmpty() || end.isEmpty() || end.get().isBefore(start.get())) {
      entry.warn("day", "start", "a day without a start and a later end is left out; correct both");
      return Optional.empty();
    }
    String shown = label.isBlank() ? DerivedDays.label(start.get(), zone) : label;
    return Optional.of(new Day(shown, new Span(start.get(), end.get())));
  }
}
