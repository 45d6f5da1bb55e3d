package org.callboard.interchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a session of a foreign source starts and ends, whatever its fields are called and however
 * they share date, time and length among them.
 *
 * @param dayChange the time of day before which a start belongs to the night after the day's date
 */
record SessionTimes(SourceClock clock, Duration dayChange) {
  /** Where a source says nothing, nothing begins so early. */
  static final Duration USUAL_CHANGE = Duration.ofHours(4);

  private static final String[] STARTS = {
    "date",
    "start",
    "startsat",
    "starttime",
    "startdate",
    "startdatetime",
    "starttimestamp",
    "startat",
    "begin",
    "begins",
    "beginsat",
    "begintime",
    "from",
    "dtstart",
    "eventstart",
    "sessionstart",
    "slotstart",
    "startson",
    "scheduledstart",
    "scheduledat",
    "time",
    "datetime",
    "when",
    "day"
  };
  private static final String[] ENDS = {
    "end",
    "endsat",
    "endtime",
    "enddate",
    "enddatetime",
    "endtimestamp",
    "endat",
    "ends",
    "until",
    "to",
    "finish",
    "finishtime",
    "dtend",
    "eventend",
    "sessionend",
    "slotend",
    "endson",
    "scheduledend"
  };
  private static final String[] LENGTHS = {
    "duration", "length", "durationminutes", "durationinminutes", "minutes", "lengthminutes"
  };
  private static final String[] DATES = {"date", "day", "startdate", "begindate"};
  private static final Pattern STAMP =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern EPOCH = Pattern.compile("\\d{9,10}(?:\\.\\d+)?|\\d{12,13}");
  private static final Pattern MIDNIGHT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]00:00(?!:0?[1-9])");
  private static final int LONGEST = 2_000;

  /** The start; without a date of its own, the session is on the given day. */
  Optional<Instant> start(Piece session, Optional<LocalDate> day) {
    Optional<Duration> time = timeOfDay(session, STARTS);
    for (String key : STARTS) {
      Optional<Instant> start = session.node(key).flatMap(node -> stamp(node, false));
      if (start.isPresent() && !(isDateOnly(session.text(key)) && time.isPresent())) {
        return start;
      }
    }
    Optional<LocalDate> own = date(session);
    return own.or(() -> day).flatMap(date -> time.flatMap(past -> at(date, past, own.isEmpty())));
  }

  /** Some sources write a date as its first moment, and the time in another field. */
  private static boolean isDateOnly(String text) {
    return MIDNIGHT.matcher(text).lookingAt();
  }

  Optional<Instant> end(Piece session, Instant start) {
    for (String key : ENDS) {
      Optional<Instant> end = session.node(key).flatMap(node -> stamp(node, true));
      if (end.isPresent()) {
        return end;
      }
    }
    return length(session)
        .map(start::plus)
        .or(() -> timeOfDay(session, ENDS).map(time -> after(start, time)))
        .or(() -> lastStamp(session));
  }

  /** The instant of a date and a time of day after midnight; the first hours are of the night. */
  Optional<Instant> at(LocalDate date, Duration time, boolean ofConferenceDay) {
    boolean isNight = ofConferenceDay && time.compareTo(dayChange) < 0;
    LocalDateTime local =
        date.plusDays(time.toDays() + (isNight ? 1 : 0))
            .atTime(LocalTime.MIDNIGHT.plus(time.minusDays(time.toDays())));
    return clock.instant(local);
  }

  private Optional<Duration> length(Piece session) {
    for (String key : LENGTHS) {
      Optional<Duration> length = ClockTime.length(session.text(key));
      if (length.isPresent()) {
        return length;
      }
    }
    return Optional.empty();
  }

  private Instant after(Instant start, Duration time) {
    LocalDate date = start.atZone(clock.zone()).toLocalDate();
    Instant end = at(date, time, false).orElse(start);
    return end.isBefore(start) ? at(date.plusDays(1), time, false).orElse(start) : end;
  }

  private Optional<Instant> lastStamp(Piece session) {
    return session.node("time").flatMap(node -> stamp(node, true));
  }

  private static Optional<Duration> timeOfDay(Piece session, String[] keys) {
    for (String key : keys) {
      Optional<Duration> time = ClockTime.ofDay(session.text(key));
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> date(Piece session) {
    for (String key : DATES) {
      Optional<LocalDate> date = date(session.text(key));
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  static Optional<LocalDate> date(String text) {
    String tidy = text.strip();
    try {
      return tidy.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(tidy.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * A date with its time in one field: as ISO, as a number from 1970, or as date, time and zone.
   */
  private Optional<Instant> stamp(Node node, boolean last) {
    if (node instanceof Node.Fields fields && fields.nodes().containsKey("time")) {
      return parted(new Piece(fields));
    }
    String text = Piece.textOf(node).strip();
    if (EPOCH.matcher(text).matches()) {
      return clock.believed(epoch(text));
    }
    Optional<Instant> whole = clock.instant(text);
    return whole.isPresent() || text.length() > LONGEST ? whole : within(text, last);
  }

  private static Instant epoch(String text) {
    boolean millis = text.indexOf('.') < 0 && text.length() > 10;
    return millis
        ? Instant.ofEpochMilli(Long.parseLong(text))
        : Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000));
  }

  /** The first or last stamp in some markup. */
  private Optional<Instant> within(String text, boolean last) {
    Optional<Instant> found = Optional.empty();
    Matcher match = STAMP.matcher(text);
    while (match.find() && (last || found.isEmpty())) {
      found = clock.instant(match.group()).or(() -> Optional.empty());
    }
    return found;
  }

  private Optional<Instant> parted(Piece parts) {
    Optional<ZoneId> own =
        clock.localTimes() ? Optional.empty() : SourceClock.zone(parts.text("tz", "timezone"));
    SessionTimes times =
        own.map(zone -> new SessionTimes(new SourceClock(zone, false), dayChange)).orElse(this);
    return date(parts.text("date"))
        .flatMap(
            date ->
                ClockTime.ofDay(parts.text("time")).flatMap(time -> times.at(date, time, false)));
  }
}
