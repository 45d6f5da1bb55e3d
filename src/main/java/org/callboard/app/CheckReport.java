package org.callboard.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.callboard.interchange.Reading;
import org.callboard.interchange.Warning;
import org.callboard.programme.Programme;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/**
 * What {@code check} says about a reading.
 *
 * @param people how many distinct persons are named
 * @param open how many slots have no name yet
 */
record CheckReport(Reading reading, Span extent, long people, long open) {
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm", Locale.ENGLISH);

  static CheckReport of(Reading reading) {
    Programme programme = reading.programme();
    List<Slot> slots =
        programme.sessions().stream().flatMap(session -> session.people().stream()).toList();
    return new CheckReport(
        reading,
        programme.extent().orElse(new Span(Instant.EPOCH, Instant.EPOCH)),
        slots.stream().filter(slot -> !slot.isOpen()).map(Slot::name).distinct().count(),
        slots.stream().filter(Slot::isOpen).count());
  }

  JsonObject json() {
    Programme programme = reading.programme();
    return new JsonObject()
        .put("format", reading.format())
        .put("event", event())
        .put("rooms", programme.rooms().size())
        .put("sessions", programme.sessions().size())
        .put("days", programme.days().size())
        .put("firstStart", utc(extent.start()))
        .put("lastEnd", utc(extent.end()))
        .put("people", people)
        .put("tbc", open)
        .put("warnings", warnings());
  }

  List<String> lines(String file) {
    Programme programme = reading.programme();
    List<String> lines = new ArrayList<>();
    lines.add(
        programme.event().name() + " (" + reading.format() + ", " + programme.event().zone() + ")");
    lines.add("  from " + local(extent.start()) + " to " + local(extent.end()));
    lines.add(
        "  "
            + counted(programme.days().size(), "day")
            + ", "
            + counted(programme.rooms().size(), "room")
            + ", "
            + counted(programme.sessions().size(), "session"));
    lines.add(
        "  "
            + people
            + (people == 1 ? " person" : " people")
            + " named, "
            + counted(open, "place")
            + " still open");
    lines.add(
        reading.warnings().isEmpty()
            ? "no warnings"
            : counted(reading.warnings().size(), "warning") + ":");
    sorted().forEach(warning -> lines.add(line(file, warning)));
    return lines;
  }

  private JsonObject event() {
    return new JsonObject()
        .put("name", reading.programme().event().name())
        .put("timezone", reading.programme().event().zone().getId());
  }

  private JsonArray warnings() {
    JsonArray array = new JsonArray();
    sorted()
        .forEach(
            each ->
                array.add(
                    new JsonObject()
                        .put("line", each.line())
                        .put("code", each.code())
                        .put("message", each.message())));
    return array;
  }

  private List<Warning> sorted() {
    return reading.warnings().stream().sorted(Comparator.comparingInt(Warning::line)).toList();
  }

  private String local(Instant instant) {
    return LONG.format(instant.atZone(reading.programme().event().zone()));
  }

  private static String line(String file, Warning warning) {
    String place = warning.line() == 0 ? file : file + ":" + warning.line();
    return place + ": " + warning.code() + ": " + warning.message();
  }

  private static String utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
