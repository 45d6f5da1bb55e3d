package org.callboard.feeds;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.TimeZone;
import org.callboard.programme.Span;

/**
 * The event's zone as a calendar carries it (RFC 5545 §3.6.5), made of the rules that the server
 * itself goes by and never fetched. It tells the offsets that hold over a span.
 */
final class Zone {
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1970, 1, 1, 0, 0);

  private final ZoneRules rules;
  private final VTimezone component;

  private Zone(ZoneId zone) {
    this.rules = zone.getRules();
    this.component = new VTimezone(zone.getId());
  }

  static TimezoneAssignment over(Span span, ZoneId id) {
    Zone zone = new Zone(id);
    zone.begin(span.start());
    zone.goOn(span);
    return new TimezoneAssignment(TimeZone.getTimeZone(id), zone.component);
  }

  /** What holds at the start: since the last transition before it, or always. */
  private void begin(Instant start) {
    ZoneOffsetTransition last = rules.previousTransition(start.plusSeconds(1));
    if (last == null) {
      ZoneOffset offset = rules.getOffset(start);
      observe(ALWAYS, offset, offset, rules.isDaylightSavings(start));
    } else {
      observe(last);
    }
  }

  private void goOn(Span span) {
    ZoneOffsetTransition next = rules.nextTransition(span.start());
    while (next != null && !next.getInstant().isAfter(span.end())) {
      observe(next);
      next = rules.nextTransition(next.getInstant());
    }
  }

  private void observe(ZoneOffsetTransition transition) {
    observe(
        transition.getDateTimeBefore(),
        transition.getOffsetBefore(),
        transition.getOffsetAfter(),
        rules.isDaylightSavings(transition.getInstant()));
  }

  private void observe(LocalDateTime since, ZoneOffset from, ZoneOffset to, boolean isDaylight) {
    if (isDaylight) {
      DaylightSavingsTime daylight = new DaylightSavingsTime();
      fill(daylight, since, from, to);
      component.addDaylightSavingsTime(daylight);
    } else {
      StandardTime standard = new StandardTime();
      fill(standard, since, from, to);
      component.addStandardTime(standard);
    }
  }

  private static void fill(
      Observance observance, LocalDateTime since, ZoneOffset from, ZoneOffset to) {
    observance.setDateStart(
        new DateTimeComponents(
            since.getYear(),
            since.getMonthValue(),
            since.getDayOfMonth(),
            since.getHour(),
            since.getMinute(),
            since.getSecond(),
            false));
    observance.setTimezoneOffsetFrom(new UtcOffset(from.getTotalSeconds() * 1000L));
    observance.setTimezoneOffsetTo(new UtcOffset(to.getTotalSeconds() * 1000L));
  }
}
