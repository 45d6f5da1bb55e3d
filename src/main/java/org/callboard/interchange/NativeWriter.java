package org.callboard.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;

/** Writes the native format; fields that say nothing are left out. */
final class NativeWriter {
  private static final Pattern RARE_BREAK =
      Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029&&[^\\n]]");

  private final ObjectMapper mapper;

  private NativeWriter(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Plain where it can be; a rare line break is kept exactly only between quotes. */
  static NativeWriter yaml(Programme programme) {
    boolean plain = !RARE_BREAK.matcher(programme.toString()).find();
    YAMLFactory factory =
        YAMLFactory.builder()
            .stringQuotingChecker(new NumberQuoting())
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .configure(YAMLGenerator.Feature.MINIMIZE_QUOTES, plain)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();
    return new NativeWriter(new ObjectMapper(factory));
  }

  static NativeWriter json() {
    return new NativeWriter(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT));
  }

  String write(Outgoing outgoing) {
    Programme programme = outgoing.programme();
    ZoneId zone = programme.event().zone();
    Map<String, Object> top = new LinkedHashMap<>();
    top.put("event", event(programme.event()));
    put(top, "days", programme.days().stream().map(day -> day(day, zone)).toList());
    put(top, "rooms", programme.rooms().stream().map(NativeWriter::room).toList());
    put(
        top,
        "sessions",
        programme.sessions().stream().map(each -> session(each, outgoing)).toList());
    try {
      return mapper.writeValueAsString(top).stripTrailing() + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Plain maps could not be written", e);
    }
  }

  private static Map<String, Object> event(Event event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "name", event.name());
    put(fields, "subtitle", event.subtitle());
    put(fields, "timezone", event.zone().getId());
    put(fields, "venue", event.venue());
    put(fields, "asOf", event.asOf().map(LocalDate::toString).orElse(""));
    put(fields, "languages", event.languages());
    return fields;
  }

  private static Map<String, Object> day(Day day, ZoneId zone) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "label", day.label());
    time(fields, "start", day.span().start(), zone);
    time(fields, "end", day.span().end(), zone);
    return fields;
  }

  private static Map<String, Object> room(Room room) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "id", room.id());
    put(fields, "name", room.name());
    put(fields, "aliases", room.aliases());
    put(fields, "languages", room.languages());
    put(fields, "capacity", room.capacity());
    put(fields, "zone", room.zone());
    put(fields, "walkingMinutes", room.walkingMinutes());
    return fields;
  }

  private static Map<String, Object> session(Session session, Outgoing outgoing) {
    ZoneId zone = outgoing.event().zone();
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "id", session.id());
    put(fields, "label", session.label());
    put(fields, "title", session.title());
    put(fields, "kind", session.kind().word());
    put(fields, "status", outgoing.standing(session).word());
    put(fields, "rooms", session.rooms());
    time(fields, "start", session.span().start(), zone);
    time(fields, "end", session.span().end(), zone);
    put(fields, "minimumMinutes", session.minimumMinutes());
    put(fields, "pinned", session.pinned());
    put(fields, "languages", session.languages());
    put(fields, "organiser", session.organiser());
    put(fields, "people", session.people().stream().map(NativeWriter::slot).toList());
    put(fields, "description", session.description());
    put(fields, "questions", session.questions());
    return fields;
  }

  private static Map<String, Object> slot(Slot slot) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "role", slot.role().word());
    put(fields, "name", slot.name());
    put(fields, "affiliation", slot.affiliation());
    return fields;
  }

  private static void time(Map<String, Object> fields, String key, Instant instant, ZoneId zone) {
    fields.put(key, Times.text(instant, zone));
  }

  private static void put(Map<String, Object> fields, String key, Object value) {
    boolean saysNothing =
        value.equals("")
            || value.equals(0)
            || value.equals(false)
            || value instanceof Collection<?> items && items.isEmpty();
    if (!saysNothing) {
      fields.put(key, value);
    }
  }
}
