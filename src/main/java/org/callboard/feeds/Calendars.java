package org.callboard.feeds;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.RefreshInterval;
import biweekly.property.Status;
import biweekly.util.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.change.Effect;
import org.callboard.programme.Event;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.callboard.programme.Slug;
import org.callboard.programme.Span;

/**
 * The live day as iCalendar text (RFC 5545, RFC 7986). A session keeps its UID whatever becomes of
 * it and each change of it raises its SEQUENCE, so that a calendar moves what it has and never
 * keeps an old slot beside the new one.
 */
public final class Calendars {
  private static final String PRODUCT = "-//Callboard//Live programme//EN";

  /** Each room by itself, none for the whole venue: a place is one text, with the venue in it. */
  private static final String ROOM = "X-CALLBOARD-ROOM";

  private static final Duration REFRESH = Duration.builder().minutes(5).build();
  private static final Duration NO_TIME = Duration.builder().seconds(0).build();
  private static final DateTimeFormatter UNIVERSAL =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Span NEVER = new Span(Instant.EPOCH, Instant.EPOCH);

  private final Agenda agenda;
  private final Chronicle chronicle;
  private final Described described;
  private final Event event;

  /**
   * @param home where the pages of this event are, such as {@code https://example.org}; or empty
   */
  public Calendars(Agenda agenda, Chronicle chronicle, Words words, String home) {
    this.agenda = agenda;
    this.chronicle = chronicle;
    this.described = new Described(agenda, words, home);
    this.event = agenda.programme().event();
  }

  /** A programme as it was planned, made at an instant. */
  public static String ofPlan(Programme programme, Instant madeAt, Words words) {
    Programme nothing = new Programme(programme.event(), List.of(), List.of(), List.of());
    Revision first = new Revision(madeAt, List.of(new Effect.Imported(nothing, programme)));
    Chronicle chronicle = Chronicle.EMPTY.with(List.of(first));
    return new Calendars(Agenda.of(programme), chronicle, words, "").whole();
  }

  /** Every session of the day. */
  public String whole() {
    return calendar(event.name(), sessions(session -> true));
  }

  /** What is in a room, what is venue-wide included; empty for a room that the event has not. */
  public Optional<String> room(String id) {
    return agenda
        .programme()
        .room(id)
        .map(
            room ->
                calendar(
                    room.name() + " · " + event.name(), sessions(session -> session.isIn(id))));
  }

  /**
   * Some sessions by id, each once. One that is no more is there as cancelled, since whoever names
   * it has it in a calendar; ids that never were are passed over.
   */
  public String chosen(Collection<String> ids) {
    return calendar(
        event.name(), ids.stream().distinct().flatMap(id -> event(id).stream()).toList());
  }

  private List<VEvent> sessions(Predicate<LiveSession> wanted) {
    return agenda.sessions().stream().filter(wanted).map(this::event).toList();
  }

  private Optional<VEvent> event(String id) {
    return agenda
        .session(id)
        .map(this::event)
        .or(() -> chronicle.trace(id).map(Trace::plan).map(this::removed));
  }

  private String calendar(String name, List<VEvent> events) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setName(Described.plain(name));
    calendar.setExperimentalProperty("X-WR-CALNAME", escaped(name));
    calendar.setExperimentalProperty("X-WR-TIMEZONE", event.zone().getId());
    calendar.setRefreshInterval(refresh());
    calendar.setExperimentalProperty("X-PUBLISHED-TTL", REFRESH.toString());
    events.forEach(calendar::addEvent);
    TimezoneInfo zones = new TimezoneInfo();
    zones.setDefaultTimezone(Zone.over(extent(events), event.zone()));
    calendar.setTimezoneInfo(zones);
    return ContentLines.of(calendar);
  }

  /** The library writes what is no property of the standard as it is (RFC 5545 §3.3.11). */
  private static String escaped(String text) {
    return Described.plain(text)
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\n", "\\n");
  }

  /** The standard knows no type of it by default, so that it is named (RFC 7986 §5.7). */
  private static RefreshInterval refresh() {
    RefreshInterval refresh = new RefreshInterval(REFRESH);
    refresh.setParameter("VALUE", "DURATION");
    return refresh;
  }

  private static Span extent(List<VEvent> events) {
    return events.stream()
        .filter(each -> each.getDateStart() != null)
        .map(each -> each.getDateStart().getValue().toInstant())
        .map(start -> new Span(start, start.plusSeconds(86_400)))
        .reduce(
            (one, other) ->
                new Span(
                    one.start().isBefore(other.start()) ? one.start() : other.start(),
                    one.end().isAfter(other.end()) ? one.end() : other.end()))
        .orElse(NEVER);
  }

  private VEvent event(LiveSession session) {
    VEvent made = event(session.id(), session.span(), status(session));
    made.setSummary(described.summary(session));
    made.setDescription(described.description(session));
    made.setLocation(described.location(session.rooms()));
    List<String> rooms = described.rooms(session.rooms());
    (rooms.isEmpty() ? List.of("") : rooms)
        .forEach(room -> made.addExperimentalProperty(ROOM, escaped(room)));
    made.addCategories(session.kind().word());
    return made;
  }

  private VEvent removed(Session plan) {
    VEvent made = event(plan.id(), plan.span(), Status.cancelled());
    made.setSummary(described.cancelled(plan.title()));
    made.setLocation(described.location(plan.rooms()));
    return made;
  }

  private VEvent event(String id, Span span, Status status) {
    Trace trace = chronicle.trace(id).orElseThrow();
    VEvent made = new VEvent();
    made.setUid(uid(id));
    made.setSequence(trace.changes());
    made.setDateTimeStamp(Date.from(trace.changedAt()));
    made.setLastModified(Date.from(trace.changedAt()));
    time(made, span);
    made.setStatus(status);
    if (status.isCancelled()) {
      made.setTransparency(true);
    }
    described.page(id).ifPresent(made::setUrl);
    return made;
  }

  /** In the event's zone where that says which hour is meant, else in universal time. */
  private void time(VEvent made, Span span) {
    if (comesAgain(span.start())) {
      made.addExperimentalProperty("DTSTART", UNIVERSAL.format(span.start()));
    } else {
      made.setDateStart(Date.from(span.start()));
    }
    if (span.length().isZero()) {
      made.setDuration(NO_TIME);
    } else if (comesAgain(span.end())) {
      made.addExperimentalProperty("DTEND", UNIVERSAL.format(span.end()));
    } else {
      made.setDateEnd(Date.from(span.end()));
    }
  }

  /** A local time that the clock shows twice means the first (RFC 5545 §3.3.5). */
  private boolean comesAgain(Instant instant) {
    LocalDateTime local = instant.atZone(event.zone()).toLocalDateTime();
    return !local.atZone(event.zone()).toInstant().equals(instant);
  }

  /** An id that came out of a calendar is one already. */
  private String uid(String id) {
    return id.contains("@") ? id : id + "@" + Slug.of(chronicle.event()) + ".callboard";
  }

  private static Status status(LiveSession session) {
    if (session.isCancelled()) {
      return Status.cancelled();
    }
    return session.isPostponed() ? Status.tentative() : Status.confirmed();
  }
}
