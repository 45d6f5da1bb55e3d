package org.callboard.interchange;

import biweekly.util.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/** The events of a calendar as sessions: each time that one takes place is a session of its own. */
final class ICalendarEvents {
  static final String ALL_DAY = "all-day";
  private static final int MOST_REPEATED = 20_000;

  private final ICalendarZones zones;
  private final Gathering gathering;
  private final Warnings warnings;
  private final Map<String, List<ICalendarPart>> changed = new HashMap<>();
  private LocalDateTime known = LocalDateTime.MIN;
  private int repeated;
  private int cancelled;
  private int firstCancelled;

  ICalendarEvents(ICalendarZones zones, Gathering gathering, Warnings warnings) {
    this.zones = zones;
    this.gathering = gathering;
    this.warnings = warnings;
  }

  void tell(List<ICalendarPart> events) {
    known = newest(events);
    events.stream()
        .filter(event -> event.first("RECURRENCE-ID").isPresent())
        .forEach(
            event ->
                changed.computeIfAbsent(event.text("UID"), uid -> new ArrayList<>()).add(event));
    events.stream().filter(event -> event.first("RECURRENCE-ID").isEmpty()).forEach(this::tellAll);
    changed.values().forEach(left -> left.forEach(event -> tellOne(event, suffix(event))));
    warnOfCancelled();
  }

  /** When the file was made, as far as it says so, else its last start. */
  private static LocalDateTime newest(List<ICalendarPart> events) {
    return Stream.of("DTSTAMP", "LAST-MODIFIED", "DTSTART")
        .map(
            name ->
                events.stream()
                    .flatMap(event -> event.first(name).flatMap(ICalendarTime::of).stream())
                    .map(ICalendarTime::local)
                    .max(Comparator.naturalOrder()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(LocalDateTime.MIN);
  }

  private void tellAll(ICalendarPart event) {
    Optional<ICalendarTime> start = event.first("DTSTART").flatMap(ICalendarTime::of);
    boolean isOnce = event.first("RRULE").isEmpty() && event.first("RDATE").isEmpty();
    if (start.isEmpty() || isOnce || isCancelled(event)) {
      tellOne(event, "");
      return;
    }
    List<ICalendarTime> times = ICalendarRepeats.of(event, start.get(), zones, known, warnings);
    for (ICalendarTime time : times) {
      Optional<ICalendarPart> instead = changed(event, time);
      if (instead.isPresent()) {
        tellOne(instead.get(), suffix(time));
      } else if (repeated++ < MOST_REPEATED) {
        tell(event, time, suffix(time));
      }
    }
    if (repeated > MOST_REPEATED) {
      warnings.add(
          event.line(),
          "repeats",
          "the calendar repeats its events more than "
              + MOST_REPEATED
              + " times; what is more is left out");
    }
  }

  /** The event that stands in for one time of another, each used once. */
  private Optional<ICalendarPart> changed(ICalendarPart event, ICalendarTime time) {
    List<ICalendarPart> all = changed.getOrDefault(event.text("UID"), List.of());
    Optional<ICalendarPart> found =
        all.stream().filter(instead -> standsFor(instead, time)).findFirst();
    found.ifPresent(all::remove);
    return found;
  }

  private boolean standsFor(ICalendarPart instead, ICalendarTime time) {
    Optional<ICalendarTime> of = instead.first("RECURRENCE-ID").flatMap(ICalendarTime::of);
    return of.filter(
            id ->
                id.isDate() != time.isDate()
                    ? id.local().toLocalDate().equals(time.local().toLocalDate())
                    : id.instant(zones).equals(time.instant(zones)))
        .isPresent();
  }

  private static String suffix(ICalendarTime time) {
    return "-" + time.written();
  }

  private static String suffix(ICalendarPart event) {
    return event
        .first("RECURRENCE-ID")
        .flatMap(ICalendarTime::of)
        .map(ICalendarEvents::suffix)
        .orElse("");
  }

  private void tellOne(ICalendarPart event, String suffix) {
    Optional<ICalendarPart.Property> written = event.first("DTSTART");
    Optional<ICalendarTime> start = written.flatMap(ICalendarTime::of);
    if (isCancelled(event)) {
      firstCancelled = cancelled++ == 0 ? event.line() : firstCancelled;
    } else if (start.isPresent()) {
      tell(event, start.get(), suffix);
    } else {
      written.ifPresent(this::warnOfTime);
      gathering.unscheduled();
    }
  }

  private static boolean isCancelled(ICalendarPart event) {
    return event.text("STATUS").equalsIgnoreCase("CANCELLED");
  }

  private void tell(ICalendarPart event, ICalendarTime start, String suffix) {
    String uid = event.text("UID");
    gathering.session(
        new Told(
            event.line(),
            uid.isEmpty() ? "" : uid + suffix,
            "",
            event.text("SUMMARY"),
            start.isDate() ? ALL_DAY : categories(event),
            rooms(event),
            start.instant(zones),
            end(event, start).map(end -> notBefore(start.instant(zones), end, event)),
            List.of(),
            description(event),
            event.first("ORGANIZER").map(who -> who.parameter("CN")).orElse(""),
            List.of()));
  }

  /** Callboard's own calendars name each room by itself, since a place has the venue in it. */
  private static List<String> rooms(ICalendarPart event) {
    List<String> named = event.each("X-CALLBOARD-ROOM").map(ICalendarPart.Property::text).toList();
    Stream<String> rooms = named.isEmpty() ? Stream.of(event.text("LOCATION")) : named.stream();
    return rooms.filter(room -> !room.isBlank()).toList();
  }

  private static String categories(ICalendarPart event) {
    return event
        .each("CATEGORIES")
        .map(ICalendarPart.Property::text)
        .collect(Collectors.joining(", "));
  }

  private static String description(ICalendarPart event) {
    String text = event.text("DESCRIPTION");
    return text.isEmpty() ? Jsoup.parse(event.text("X-ALT-DESC")).wholeText().strip() : text;
  }

  /** The end of one time; a whole day without an end is one day (RFC 5545 §3.6.1). */
  private Optional<Instant> end(ICalendarPart event, ICalendarTime start) {
    Optional<ICalendarTime> first = event.first("DTSTART").flatMap(ICalendarTime::of);
    Optional<ICalendarPart.Property> written = event.first("DTEND");
    Optional<ICalendarTime> end = written.flatMap(ICalendarTime::of);
    if (end.isEmpty()) {
      written.ifPresent(this::warnOfTime);
      return byDuration(event, start);
    }
    if (start.isDate() && end.get().isDate() && first.isPresent()) {
      long days =
          java.time.temporal.ChronoUnit.DAYS.between(first.get().local(), end.get().local());
      return Optional.of(start.at(start.local().plusDays(Math.max(1, days))).instant(zones));
    }
    Instant begin = first.map(time -> time.instant(zones)).orElse(start.instant(zones));
    java.time.Duration length = java.time.Duration.between(begin, end.get().instant(zones));
    return Optional.of(start.instant(zones).plus(length));
  }

  /** An event that ends before it starts has a time at which it starts, and no length. */
  private Instant notBefore(Instant start, Instant end, ICalendarPart event) {
    if (end.isBefore(start)) {
      warnings.add(
          event.line(),
          "end-before-start",
          "“"
              + Warnings.shortened(event.text("SUMMARY"))
              + "” ends before it starts, and is read as having no length; correct one of them");
      return start;
    }
    return end;
  }

  private Optional<Instant> byDuration(ICalendarPart event, ICalendarTime start) {
    Optional<ICalendarPart.Property> written = event.first("DURATION");
    Optional<Duration> length = written.flatMap(property -> length(property.value()));
    if (written.isPresent() && length.isEmpty()) {
      warnOfTime(written.get());
    }
    if (length.isEmpty()) {
      return start.isDate()
          ? Optional.of(start.at(start.local().plusDays(1)).instant(zones))
          : Optional.empty();
    }
    long days = whole(length.get().getWeeks()) * 7 + whole(length.get().getDays());
    long seconds =
        whole(length.get().getHours()) * 3600
            + whole(length.get().getMinutes()) * 60
            + whole(length.get().getSeconds());
    int sign = length.get().isPrior() ? -1 : 1;
    return Optional.of(
        start.at(start.local().plusDays(sign * days)).instant(zones).plusSeconds(sign * seconds));
  }

  private static Optional<Duration> length(String text) {
    try {
      return Optional.of(Duration.parse(text.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static long whole(Integer number) {
    return number == null ? 0 : number;
  }

  private void warnOfTime(ICalendarPart.Property property) {
    warnings.add(
        property.line(),
        "time",
        property.name()
            + " says “"
            + Warnings.shortened(property.value())
            + "”, which is no time; write it like 20240601T100000");
  }

  private void warnOfCancelled() {
    if (cancelled > 0) {
      warnings.add(
          firstCancelled,
          "cancelled",
          cancelled
              + (cancelled == 1 ? " event is" : " events are")
              + " marked as cancelled, and left out; take the mark away if this is wrong");
    }
  }
}
