package org.callboard.interchange;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VTimezone;
import biweekly.io.ICalTimeZone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the names of zones in one iCalendar file mean. A name that the world knows (IANA, also with
 * a prefix, or Windows) counts before the rules that the file brings for it, since those are often
 * cut short.
 */
final class ICalendarZones {
  private static final Map<String, ZoneId> IANA =
      ZoneId.getAvailableZoneIds().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  id -> id.toLowerCase(Locale.ROOT), ZoneId::of, (one, other) -> one));
  private static final int LONGEST_SUFFIX = 3;
  private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L})-(?=\\p{Lu})");

  /** How local times of a zone become instants. */
  @FunctionalInterface
  interface Clock {
    Instant at(LocalDateTime local);
  }

  private final ZoneId own;
  private final boolean localTimes;
  private final Map<String, ICalendarPart> rules;
  private final Warnings warnings;
  private final Map<String, Clock> clocks = new HashMap<>();

  /** The zone {@code own} is that of floating times and of whole days. */
  ICalendarZones(ZoneId own, boolean localTimes, List<ICalendarPart> timezones, Warnings warnings) {
    this.own = own;
    this.localTimes = localTimes;
    this.warnings = warnings;
    this.rules =
        timezones.stream()
            .collect(Collectors.toMap(part -> part.text("TZID"), Function.identity(), (a, b) -> a));
  }

  /** Whether a time that says UTC or an offset is a local one all the same. */
  boolean areOffsetsFalse() {
    return localTimes;
  }

  Clock clock(ICalendarTime time) {
    if (time.offset().isPresent() && !localTimes) {
      return local -> local.toInstant(time.offset().get());
    }
    return time.zone().isEmpty() || time.isDate()
        ? of(own)
        : clocks.computeIfAbsent(time.zone(), this::named);
  }

  static Clock of(ZoneId zone) {
    return local -> local.atZone(zone).toInstant();
  }

  /** The zone of a name that the world knows. */
  static Optional<ZoneId> known(String name) {
    String tidy = name.strip().replace("\\", "").replace("\"", "");
    return iana(tidy)
        .or(() -> iana(HYPHEN.matcher(tidy).replaceFirst("/")))
        .or(() -> WindowsZones.iana(tidy).flatMap(ICalendarZones::iana))
        .or(() -> offset(tidy));
  }

  /** A name may have a prefix: {@code /freeassociation.sourceforge.net/Europe/Berlin}. */
  private static Optional<ZoneId> iana(String name) {
    String rest = name.toLowerCase(Locale.ROOT).replace(' ', '_');
    for (int cuts = 0; cuts <= rest.length(); cuts++) {
      if (IANA.containsKey(rest)) {
        return Optional.of(IANA.get(rest));
      }
      int slash = rest.indexOf('/');
      if (slash < 0 || cuts > 2 * LONGEST_SUFFIX) {
        return Optional.empty();
      }
      rest = rest.substring(slash + 1);
    }
    return Optional.empty();
  }

  private static Optional<ZoneId> offset(String name) {
    try {
      ZoneId zone = ZoneId.of(name.replace(" ", ""));
      return Optional.of(zone);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Clock named(String name) {
    Optional<ICalendarPart> rule = Optional.ofNullable(rules.get(name));
    return known(name)
        .or(() -> rule.flatMap(part -> known(part.text("X-LIC-LOCATION"))))
        .map(ICalendarZones::of)
        .or(() -> rule.flatMap(ICalendarZones::ruled))
        .orElseGet(() -> unknown(name));
  }

  private Clock unknown(String name) {
    warnings.add(
        0,
        "timezone",
        "the time zone “"
            + Warnings.shortened(name)
            + "” is not known, so its times are read in "
            + own
            + "; write an IANA name such as Europe/Brussels");
    return of(own);
  }

  /** The rules that a file brings; only yearly ones, since others can take for ever to follow. */
  private static Optional<Clock> ruled(ICalendarPart part) {
    boolean isYearly =
        part.all("STANDARD").allMatch(ICalendarZones::isYearly)
            && part.all("DAYLIGHT").allMatch(ICalendarZones::isYearly);
    if (!isYearly) {
      return Optional.empty();
    }
    ICalendar calendar = Biweekly.parse(part.written()).first();
    return Optional.ofNullable(calendar)
        .flatMap(read -> read.getTimezoneInfo().getTimezones().stream().findFirst())
        .map(assignment -> assignment.getComponent())
        .filter(
            component ->
                !component.getStandardTimes().isEmpty()
                    || !component.getDaylightSavingsTime().isEmpty())
        .map(ICalendarZones::clock);
  }

  private static boolean isYearly(ICalendarPart observance) {
    return observance.first("DTSTART").flatMap(ICalendarTime::of).isPresent()
        && observance
            .each("RRULE")
            .allMatch(rule -> rule.value().toUpperCase(Locale.ROOT).contains("FREQ=YEARLY"));
  }

  private static Clock clock(VTimezone component) {
    TimeZone zone = new ICalTimeZone(component);
    return local -> at(local, zone);
  }

  /**
   * A time that comes twice is its first occurrence, one that is skipped has the offset before the
   * change.
   */
  private static Instant at(LocalDateTime local, TimeZone zone) {
    Instant utc = local.toInstant(ZoneOffset.UTC);
    int before = zone.getOffset(utc.minusSeconds(86_400).toEpochMilli());
    int after = zone.getOffset(utc.plusSeconds(86_400).toEpochMilli());
    Instant early = utc.minusMillis(before);
    Instant late = utc.minusMillis(after);
    boolean isLate =
        zone.getOffset(early.toEpochMilli()) != before
            && zone.getOffset(late.toEpochMilli()) == after;
    return isLate ? late : early;
  }
}
