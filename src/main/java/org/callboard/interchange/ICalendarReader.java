package org.callboard.interchange;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.programme.Event;

/**
 * Reads iCalendar (RFC 5545) as calendars, sign-up services and conference tools write it, which is
 * seldom to the letter: vinnie tells properties apart, biweekly follows rules that repeat.
 */
final class ICalendarReader implements ProgrammeReader {
  static final String FORMAT = "icalendar";
  private static final Pattern BEGIN =
      Pattern.compile(
          "^BEGIN:V(?:CALENDAR|EVENT)\\s*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final String UNNAMED = "Untitled event";

  @Override
  public boolean recognises(Source source) {
    return BEGIN.matcher(source.head().replace('\r', '\n')).find();
  }

  @Override
  public Reading read(Source source, ReadingOptions options) throws UnreadableProgramme {
    Warnings warnings = new Warnings();
    ICalendarPart file = ICalendarPart.of(ICalendarLines.of(source, warnings));
    List<ICalendarPart> events = file.all("VEVENT").toList();
    if (events.isEmpty()) {
      throw new UnreadableProgramme(
          0,
          "this iCalendar file has no event (VEVENT): export the calendar that has the sessions");
    }
    ZoneId floating = named(file).or(options::zone).or(() -> common(events)).orElse(ZoneOffset.UTC);
    ICalendarZones zones =
        new ICalendarZones(
            floating, options.localTimes(), file.all("VTIMEZONE").toList(), warnings);
    warnOfFloating(events, named(file).or(options::zone).or(() -> common(events)), warnings);
    Gathering gathering = new Gathering(event(file, eventZone(file, events, options)), warnings);
    if (ofCalendar(file, "PRODID").contains("Callboard")) {
      gathering.roomlessIsVenueWide();
    }
    new ICalendarEvents(zones, gathering, warnings).tell(events);
    return new Reading(FORMAT, gathering.programme(), warnings.inOrder());
  }

  private static Event event(ICalendarPart file, ZoneId zone) {
    String name =
        Stream.of("X-WR-CALNAME", "NAME", "SUMMARY", "X-WR-CALDESC")
            .map(key -> ofCalendar(file, key))
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse(UNNAMED);
    return new Event(name, "", zone, "", Optional.empty(), List.of());
  }

  private static String ofCalendar(ICalendarPart file, String key) {
    return file.all("VCALENDAR")
        .map(calendar -> calendar.text(key))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /** The zone that the calendar itself names. */
  private static Optional<ZoneId> named(ICalendarPart file) {
    return Stream.of("X-WR-TIMEZONE", "TIMEZONE-ID")
        .map(key -> ofCalendar(file, key))
        .filter(text -> !text.isBlank())
        .findFirst()
        .flatMap(ICalendarZones::known);
  }

  /** The zone of most of its starts. */
  private static Optional<ZoneId> common(List<ICalendarPart> events) {
    Map<ZoneId, Long> counts =
        events.stream()
            .flatMap(event -> event.first("DTSTART").stream())
            .flatMap(start -> ICalendarZones.known(start.parameter("TZID")).stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /**
   * In which people read the clock. A calendar that says UTC often only says that nobody set its
   * zone.
   */
  private static ZoneId eventZone(
      ICalendarPart file, List<ICalendarPart> events, ReadingOptions options) {
    Optional<ZoneId> placed = named(file).filter(zone -> !isUtc(zone));
    return placed
        .or(() -> common(events).filter(zone -> !isUtc(zone)))
        .or(options::zone)
        .orElse(ZoneOffset.UTC);
  }

  private static boolean isUtc(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC);
  }

  private static void warnOfFloating(
      List<ICalendarPart> events, Optional<ZoneId> zone, Warnings warnings) {
    Optional<ICalendarPart.Property> floating =
        events.stream()
            .flatMap(event -> event.first("DTSTART").stream())
            .filter(
                start -> ICalendarTime.of(start).filter(ICalendarReader::isFloating).isPresent())
            .findFirst();
    if (zone.isEmpty() && floating.isPresent()) {
      warnings.add(
          floating.get().line(),
          "no-timezone",
          "no time zone is given, so times are read as UTC: name one with --timezone");
    }
  }

  private static boolean isFloating(ICalendarTime time) {
    return time.offset().isEmpty() && (time.isDate() || time.zone().isEmpty());
  }
}
