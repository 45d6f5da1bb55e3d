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
import java.util.stream.Stream;
import org.callboard.check.Finding;
import org.callboard.check.Findings;
import org.callboard.check.Places;
import org.callboard.check.Report;
import org.callboard.check.Topic;
import org.callboard.interchange.Reading;
import org.callboard.interchange.Warning;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/**
 * What {@code check} says about a reading.
 *
 * @param people how many distinct persons are named
 * @param open how many slots have no name yet
 */
record CheckReport(
    Reading reading, Findings findings, Places places, Span extent, long people, long open) {
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm", Locale.ENGLISH);

  /**
   * @param text of the source, where it is one
   */
  static CheckReport of(Reading reading, String text) {
    Programme programme = reading.programme();
    List<Slot> slots =
        programme.sessions().stream().flatMap(session -> session.people().stream()).toList();
    return new CheckReport(
        reading,
        Findings.of(programme),
        new Places(text),
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
        .put("counts", counts())
        .put("findings", findingsJson())
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
    chapters().forEach(chapter -> tell(chapter, file, lines));
    lines.add("");
    lines.add(
        reading.warnings().isEmpty()
            ? "no warnings"
            : counted(reading.warnings().size(), "warning") + ":");
    sorted().forEach(warning -> lines.add(line(file, warning)));
    return lines;
  }

  /** The same for people who read it on paper or a phone. */
  Report page(String file) {
    Programme programme = reading.programme();
    return new Report(
        programme.event().name(),
        file + ", read as " + reading.format() + ", in the zone " + programme.event().zone(),
        local(extent.start()) + " to " + local(extent.end()),
        List.of(
            Report.Fact.of(programme.days().size(), "day", "days"),
            Report.Fact.of(programme.rooms().size(), "room", "rooms"),
            Report.Fact.of(programme.sessions().size(), "session", "sessions"),
            Report.Fact.of(people, "person named", "people named"),
            Report.Fact.of(open, "place still open", "places still open")),
        chapters(),
        sorted().stream()
            .map(each -> new Report.Remark(each.line(), each.code(), each.message()))
            .toList());
  }

  private List<Report.Chapter> chapters() {
    return Report.chapters(findings, this::line);
  }

  private int line(String session) {
    return reading.programme().session(session).map(Session::title).map(places::line).orElse(0);
  }

  private static void tell(Report.Chapter chapter, String file, List<String> lines) {
    lines.add("");
    lines.add(chapter.urgency().heading() + " (" + chapter.count() + ")");
    for (Report.Group group : chapter.groups()) {
      lines.add("  " + group.topic().heading() + " (" + group.count() + ")");
      for (Report.Item item : group.items()) {
        String place = item.line() == 0 ? "" : file + ":" + item.line() + ": ";
        lines.add("  - " + place + item.finding().what());
        lines.add("    " + item.finding().remedy());
      }
      if (group.more() > 0) {
        lines.add("  - and " + group.more() + " more");
      }
    }
  }

  private JsonObject counts() {
    JsonObject counts = new JsonObject();
    Stream.of(Topic.values())
        .filter(topic -> findings.count(topic) > 0)
        .forEach(topic -> counts.put(topic.code(), findings.count(topic)));
    return counts;
  }

  private JsonArray findingsJson() {
    JsonArray array = new JsonArray();
    chapters().stream()
        .flatMap(chapter -> chapter.groups().stream())
        .flatMap(group -> group.items().stream())
        .forEach(item -> array.add(finding(item)));
    return array;
  }

  private static JsonObject finding(Report.Item item) {
    Finding finding = item.finding();
    return new JsonObject()
        .put("code", finding.topic().code())
        .put("urgency", finding.topic().urgency().word())
        .put("line", item.line())
        .put("sessions", new JsonArray(finding.sessions()))
        .put("message", finding.what())
        .put("remedy", finding.remedy());
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
