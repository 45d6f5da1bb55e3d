package org.callboard.interchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Programme;
import org.callboard.programme.Span;

/**
 * The conference of a schedule.xml or schedule.json while its days, rooms and sessions are told.
 */
final class Schedule {
  private final boolean own;
  private final Warnings warnings;
  private final SourceClock clock;
  private final SessionTimes times;
  private final SessionFields fields;
  private final Gathering gathering;
  private boolean told;

  /**
   * @param own whether Callboard wrote it, which uses some fields in its own way
   */
  Schedule(Piece conference, ReadingOptions options, boolean own, Warnings warnings) {
    this.own = own;
    this.warnings = warnings;
    this.clock =
        SourceClock.of(
            SourceClock.zone(conference.text("timezonename", "timezone")), options, warnings);
    this.times =
        new SessionTimes(
            clock, ClockTime.ofDay(conference.text("daychange")).orElse(SessionTimes.USUAL_CHANGE));
    this.fields = new SessionFields(times, Map.of(), Map.of());
    this.gathering = new Gathering(event(conference), warnings);
    if (own) {
      gathering.roomlessIsVenueWide();
    }
  }

  boolean isTold() {
    return told;
  }

  void day(Piece day, Optional<LocalDate> date) {
    Optional<Instant> start = clock.instant(day.text("start", "daystart"));
    Optional<Instant> end = clock.instant(day.text("end", "dayend"));
    if (start.isPresent() && end.filter(start.get()::isBefore).isPresent()) {
      gathering.day(day(new Span(start.get(), end.get())));
    } else {
      date.ifPresent(this::day);
    }
  }

  /** For formats that write several rooms into one text. */
  void roomsMayBeLists() {
    gathering.roomsMayBeLists();
  }

  void room(Piece room) {
    gathering.room(room.line(), room.text("name", "title"), capacity(room.text("capacity")));
  }

  void room(int line, String name) {
    gathering.room(line, name, 0);
  }

  void session(Piece session, Optional<LocalDate> day, String room) {
    told = true;
    Optional<Told> whole = fields.told(session, day, room);
    whole.map(own ? each -> written(session, each) : each -> each).ifPresent(gathering::session);
    if (whole.isEmpty()) {
      withoutStart(session);
    } else {
      warnOfState(session);
    }
  }

  Programme programme() throws UnreadableProgramme {
    return gathering.programme();
  }

  /** A day of which only the date is known, from one change of days to the next. */
  private void day(LocalDate date) {
    Optional<Instant> from = times.at(date, times.dayChange(), false);
    Optional<Instant> to = times.at(date.plusDays(1), times.dayChange(), false);
    if (from.isPresent() && to.isPresent()) {
      gathering.window(day(new Span(from.get(), to.get().minusMillis(1))));
    }
  }

  private Day day(Span span) {
    return new Day(DerivedDays.label(span.start(), clock.zone()), span);
  }

  private void withoutStart(Piece session) {
    String start = session.text("date", "start");
    if (!start.isBlank()) {
      warnings.add(
          session.line(),
          "bad-time",
          "“"
              + Warnings.shortened(start)
              + "” is no time that the session “"
              + Warnings.shortened(PlainText.title(SessionFields.title(session)))
              + "” can start at: write it like 2017-11-16T09:00:00+01:00");
    }
    gathering.unscheduled();
  }

  private void warnOfState(Piece session) {
    String state = session.text("state", "status").toLowerCase(Locale.ROOT);
    if (state.startsWith("cancel") || session.isTrue("cancelled") || session.isTrue("canceled")) {
      warnings.add(
          session.line(),
          "cancelled",
          "“"
              + Warnings.shortened(PlainText.title(SessionFields.title(session)))
              + "” is marked as cancelled, but read as planned; leave it out or cancel it on the day");
    }
  }

  /** Callboard's own files hold its label, organiser and questions in fields that others lack. */
  private static Told written(Piece session, Told told) {
    return new Told(
        told.line(),
        told.id(),
        session.text("track"),
        told.title(),
        told.type(),
        told.rooms(),
        told.start(),
        told.end(),
        told.people(),
        session.text("abstract"),
        session.text("subtitle"),
        Stream.of(session.text("language").split(",")).toList(),
        session
            .text("description")
            .lines()
            .filter(line -> line.startsWith("- "))
            .map(line -> line.substring(2))
            .toList());
  }

  private Event event(Piece conference) {
    String name = PlainText.title(conference.text("title", "name", "acronym"));
    if (name.isEmpty()) {
      warnings.add(conference.line(), "name", "the event has no name: add a title");
    }
    String venue =
        Stream.of("venue", "city")
            .map(conference::text)
            .map(PlainText::title)
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    return new Event(
        name.isEmpty() ? "Untitled event" : name,
        PlainText.title(conference.text("subtitle")),
        clock.zone(),
        venue,
        Optional.empty(),
        conference.nodes("languages").stream()
            .map(Piece::textOf)
            .flatMap(text -> LanguageNames.codesOfTag(text).stream())
            .distinct()
            .toList());
  }

  private static int capacity(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }
}
