package org.callboard.wire;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.callboard.change.CallKind;
import org.callboard.change.Change;
import org.callboard.change.Ripple;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Kind;
import org.callboard.programme.Role;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** A change as it is asked for over the API, one reader for each type. */
public final class ChangeJson {
  /** The furthest that one change may shift a session, in minutes: a day. */
  private static final int MOST_MINUTES = 24 * 60;

  private static final int MOST_SLOTS = 1_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_REASON = 500;
  private static final double FASTEST = 3_600;

  private final Map<String, Function<Fields, Change>> readers = new TreeMap<>();
  private final Instant now;
  private final double speed;

  private ChangeJson(Instant now, double speed) {
    this.now = now;
    this.speed = speed;
    readers.put("delay", this::delay);
    readers.put(
        "extend", fields -> new Change.Extend(session(fields), minutes(fields), ripple(fields)));
    readers.put("retime", this::retime);
    readers.put("start", fields -> new Change.Start(session(fields)));
    readers.put("finish", fields -> new Change.Finish(session(fields), ripple(fields)));
    readers.put("cancel", fields -> new Change.Cancel(session(fields)));
    readers.put("reinstate", fields -> new Change.Reinstate(session(fields)));
    readers.put("move", fields -> new Change.Move(session(fields), fields.texts("rooms")));
    readers.put("swap", fields -> new Change.Swap(session(fields), fields.text("with")));
    readers.put("assign", this::assign);
    readers.put("edit", this::edit);
    readers.put("add", this::add);
    readers.put("room", fields -> new Change.SetRoom(fields.text("room"), status(fields)));
    readers.put("announce", fields -> AnnounceJson.read(fields, now));
    readers.put("withdraw", this::withdraw);
    readers.put("call", ChangeJson::call);
    readers.put("answer", fields -> new Change.Answer(fields.text("call")));
    readers.put("hold", fields -> new Change.Hold(rooms(fields)));
    readers.put("resume", fields -> new Change.Resume(rooms(fields)));
    readers.put("import", ImportJson::read);
    readers.put("clock", this::clock);
    readers.put("undo", fields -> new Change.Undo(fields.wholeLong("revision")));
    readers.put("settle", ChangeJson::settle);
    readers.put("unschedule", fields -> new Change.Unschedule(fields.text("scheduled")));
  }

  /**
   * Reads a change.
   *
   * @param now what the event clock shows, for what begins now where nothing else is said
   * @param speed how fast the event clock runs, for a change of the clock that leaves it so
   * @throws IllegalArgumentException when it is malformed; the message names the field and what it
   *     takes
   */
  public static ChangeRequest read(JsonObject json, Instant now, double speed) {
    return new ChangeJson(now, speed).request(json);
  }

  /** Reads a change that was kept as text, such as one that waited for its instant. */
  public static ChangeRequest read(String text, Instant now, double speed) {
    try {
      return read(new JsonObject(text), now, speed);
    } catch (DecodeException malformed) {
      throw new IllegalArgumentException("A change is no JSON object.", malformed);
    }
  }

  private ChangeRequest request(JsonObject json) {
    Fields fields = new Fields(json);
    String type = fields.text("type");
    Function<Fields, Change> reader = readers.get(type);
    if (reader == null) {
      throw fields.refused("type", "one of " + String.join(", ", readers.keySet()));
    }
    String reason = fields.textOrNothing("reason", LONGEST_REASON);
    boolean isPublic = fields.flagOr("publicReason", false);
    Optional<Long> ifRevision =
        fields.has("ifRevision") ? Optional.of(fields.wholeLong("ifRevision")) : Optional.empty();
    Optional<Instant> due =
        fields.has("due") ? Optional.of(fields.instant("due")) : Optional.empty();
    Change change = reader.apply(fields);
    fields.requireNoMore();
    return new ChangeRequest(
        due.map(instant -> later(instant, json, change)).orElse(change),
        type,
        json.encode(),
        reason,
        isPublic,
        ifRevision);
  }

  /** The request that is read again when its instant has come. */
  private static Change later(Instant due, JsonObject json, Change change) {
    JsonObject request = json.copy();
    request.remove("due");
    request.remove("ifRevision");
    return new Change.Schedule(due, request.encode(), change);
  }

  private Change delay(Fields fields) {
    if (fields.isNull("minutes")) {
      ripple(fields);
      return new Change.Postpone(session(fields));
    }
    return new Change.Delay(session(fields), minutes(fields), ripple(fields));
  }

  private Change retime(Fields fields) {
    return new Change.Retime(session(fields), span(fields));
  }

  private static Span span(Fields fields) {
    Instant start = fields.instant("start");
    Instant end = fields.instant("end");
    if (end.isBefore(start)) {
      throw fields.refused("end", "an instant that is not before start");
    }
    if (Duration.between(start, end).toMinutes() > MOST_MINUTES) {
      throw fields.refused("end", "an instant at most 24 hours after start");
    }
    return new Span(start, end);
  }

  private Change assign(Fields fields) {
    String session = session(fields);
    Role role = role(fields);
    int slot = fields.has("slot") ? fields.whole("slot", 0, MOST_SLOTS) : 0;
    if (fields.isNull("person")) {
      return new Change.Assign(session, role, slot, "", "");
    }
    Fields person = fields.object("person");
    String name = person.text("name", LONGEST_NAME);
    String affiliation = person.textOrNothing("affiliation", LONGEST_NAME);
    person.requireNoMore();
    return new Change.Assign(session, role, slot, name, affiliation);
  }

  private Change edit(Fields fields) {
    return new Change.Edit(
        session(fields),
        fields.optional("title", name -> fields.text(name, LONGEST_TITLE)),
        fields.optional("abstract", name -> fields.textOrEmpty(name, LONGEST_TEXT)),
        fields.optional("languages", fields::texts),
        fields.optional("kind", name -> kind(fields)));
  }

  private Change add(Fields fields) {
    String title = fields.text("title", LONGEST_TITLE);
    return new Change.Add(
        new Session(
            fields.textOr("id", Fields.idFor(title), LONGEST_NAME),
            fields.textOrNothing("label", LONGEST_NAME),
            title,
            fields.has("kind") ? kind(fields) : Kind.TALK,
            fields.has("rooms") ? fields.texts("rooms") : List.of(),
            span(fields),
            fields.has("minimumMinutes") ? fields.whole("minimumMinutes", 0, MOST_MINUTES) : 0,
            fields.flagOr("pinned", false),
            fields.has("languages") ? fields.texts("languages") : List.of(),
            fields.textOrNothing("organiser", LONGEST_NAME),
            fields.has("people") ? fields.objects("people", ChangeJson::slot) : List.of(),
            fields.textOrNothing("abstract", LONGEST_TEXT),
            List.of()));
  }

  private static Slot slot(Fields person) {
    Role role = person.has("role") ? role(person) : Role.SPEAKER;
    return new Slot(
        role,
        person.textOrNothing("name", LONGEST_NAME),
        person.textOrNothing("affiliation", LONGEST_NAME));
  }

  private Change withdraw(Fields fields) {
    String announcement = fields.text("announcement");
    return new Change.Withdraw(
        announcement, fields.optional("allClear", name -> fields.text(name, LONGEST_TITLE)));
  }

  private static Change call(Fields fields) {
    return new Change.Call(
        fields.text("room"),
        fields.word("kind", CallKind.values(), CallKind::word),
        fields.textOrNothing("detail", LONGEST_NAME));
  }

  private static Change settle(Fields fields) {
    String take = fields.text("take");
    if (!take.equals("plan") && !take.equals("live")) {
      throw fields.refused("take", "one of live, plan");
    }
    return new Change.Settle(
        fields.text("conflict", LONGEST_REASON),
        take.equals("plan"),
        fields.flagOr("force", false));
  }

  private Change clock(Fields fields) {
    Instant at = fields.has("at") ? fields.instant("at") : now;
    return new Change.SetClock(at, fields.has("speed") ? fields.number("speed", FASTEST) : speed);
  }

  private static String session(Fields fields) {
    return fields.text("session");
  }

  private static List<String> rooms(Fields fields) {
    return fields.has("rooms") ? fields.texts("rooms") : List.of();
  }

  private static int minutes(Fields fields) {
    return fields.whole("minutes", -MOST_MINUTES, MOST_MINUTES);
  }

  private static Ripple ripple(Fields fields) {
    if (!fields.has("ripple")) {
      return Ripple.ROOM;
    }
    return fields.word("ripple", Ripple.values(), Ripple::word);
  }

  private static Role role(Fields fields) {
    return fields.word("role", Role.values(), Role::word);
  }

  private static Kind kind(Fields fields) {
    return fields.word("kind", Kind.values(), Kind::word);
  }

  private static RoomStatus status(Fields fields) {
    return fields.word("status", RoomStatus.values(), RoomStatus::word);
  }
}
