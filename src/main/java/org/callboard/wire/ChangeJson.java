package org.callboard.wire;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.callboard.change.Change;
import org.callboard.change.Ripple;
import org.callboard.programme.Role;
import org.callboard.programme.Span;

/** A change as it is asked for over the API, one reader for each type. */
public final class ChangeJson {
  /** The furthest that one change may shift a session, in minutes: a day. */
  private static final int MOST_MINUTES = 24 * 60;

  private static final int MOST_SLOTS = 1_000;

  private final Map<String, Function<Fields, Change>> readers = new TreeMap<>();
  private final Instant now;

  private ChangeJson(Instant now) {
    this.now = now;
    readers.put("delay", this::delay);
    readers.put("extend", this::extend);
    readers.put("retime", this::retime);
    readers.put("start", fields -> new Change.Start(fields.text("session")));
    readers.put("finish", this::finish);
    readers.put("cancel", fields -> new Change.Cancel(fields.text("session")));
    readers.put("reinstate", fields -> new Change.Reinstate(fields.text("session")));
    readers.put("move", fields -> new Change.Move(fields.text("session"), fields.texts("rooms")));
    readers.put("swap", fields -> new Change.Swap(fields.text("session"), fields.text("with")));
    readers.put("assign", this::assign);
  }

  /**
   * Reads a change.
   *
   * @param now what the event clock shows, for the changes that mean this instant
   * @throws IllegalArgumentException when it is malformed; the message names the field and what it
   *     takes
   */
  public static Change read(JsonObject json, Instant now) {
    return new ChangeJson(now).read(new Fields(json));
  }

  private Change read(Fields fields) {
    Function<Fields, Change> reader = readers.get(fields.text("type"));
    if (reader == null) {
      throw fields.refused("type", "one of " + String.join(", ", readers.keySet()));
    }
    fields.has("reason");
    fields.has("ifRevision");
    Change change = reader.apply(fields);
    fields.requireNoMore();
    return change;
  }

  private Change delay(Fields fields) {
    return new Change.Delay(fields.text("session"), minutes(fields), ripple(fields));
  }

  private Change extend(Fields fields) {
    return new Change.Extend(fields.text("session"), minutes(fields), ripple(fields));
  }

  private Change finish(Fields fields) {
    return new Change.Finish(fields.text("session"), ripple(fields));
  }

  private Change retime(Fields fields) {
    Instant start = fields.instant("start");
    Instant end = fields.instant("end");
    if (end.isBefore(start)) {
      throw fields.refused("end", "an instant that is not before start");
    }
    return new Change.Retime(fields.text("session"), new Span(start, end));
  }

  private Change assign(Fields fields) {
    String session = fields.text("session");
    Role role = role(fields);
    int slot = fields.has("slot") ? fields.whole("slot", 0, MOST_SLOTS) : 0;
    if (fields.isNull("person")) {
      return new Change.Assign(session, role, slot, "", "");
    }
    Fields person = fields.object("person");
    String name = person.text("name");
    String affiliation = person.textOr("affiliation", "");
    person.requireNoMore();
    return new Change.Assign(session, role, slot, name, affiliation);
  }

  private static int minutes(Fields fields) {
    return fields.whole("minutes", -MOST_MINUTES, MOST_MINUTES);
  }

  private static Ripple ripple(Fields fields) {
    return Ripple.ofWord(fields.textOr("ripple", Ripple.ROOM.word()))
        .orElseThrow(() -> fields.refused("ripple", "one of none, room, venue"));
  }

  private static Role role(Fields fields) {
    return Role.ofWord(fields.text("role"))
        .orElseThrow(
            () ->
                fields.refused(
                    "role",
                    "one of "
                        + String.join(
                            ", ", Arrays.stream(Role.values()).map(Role::word).toList())));
  }
}
