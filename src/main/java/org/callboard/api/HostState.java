package org.callboard.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callboard.accounts.Bearer;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.change.Call;
import org.callboard.desk.Prefix;
import org.callboard.journal.Entry;
import org.callboard.wire.CallJson;

/** How a host's room stands, beyond what its board says: its open calls, and what was begun. */
final class HostState {
  private HostState() {}

  static JsonObject of(Bearer link, Prefix prefix) {
    String room = room(link);
    return new JsonObject()
        .put("room", room)
        .put("expires", link.until().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("revision", prefix.revision())
        .put("calls", calls(prefix.agenda(), room))
        .put("started", tapped(prefix, room, "start"))
        .put("finished", tapped(prefix, room, "finish"));
  }

  static String room(Bearer link) {
    return link.account().rooms().iterator().next();
  }

  private static JsonArray calls(Agenda agenda, String room) {
    JsonArray calls = new JsonArray();
    for (Call call : agenda.calls()) {
      if (call.room().equals(room)) {
        calls.add(CallJson.of(call));
      }
    }
    return calls;
  }

  /** Sessions whose live start, or end, is still the instant at which somebody tapped it. */
  private static JsonObject tapped(Prefix prefix, String room, String type) {
    Map<String, LiveSession> here =
        prefix.agenda().sessions().stream()
            .filter(session -> session.rooms().contains(room))
            .collect(Collectors.toMap(LiveSession::id, session -> session));
    JsonObject tapped = new JsonObject();
    for (Entry entry : prefix.entries()) {
      session(entry, type)
          .map(here::get)
          .filter(session -> entry.at().equals(instant(session, type)))
          .ifPresent(session -> tapped.put(session.id(), entry.at().toString()));
    }
    return tapped;
  }

  private static Optional<String> session(Entry entry, String type) {
    if (!entry.change().contains("\"" + type + "\"")) {
      return Optional.empty(); // most are something else, and need not be read
    }
    JsonObject change = new JsonObject(entry.change());
    return Optional.of(change)
        .filter(asked -> type.equals(asked.getValue("type")))
        .map(asked -> asked.getString("session"));
  }

  private static Instant instant(LiveSession session, String type) {
    return type.equals("start") ? session.span().start() : session.span().end();
  }
}
