package org.callboard.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.callboard.wire.Fields;

/** Organisers tell each other what they have open: {@code POST /api/presence}. */
final class PresenceRoutes {
  private static final int LONGEST_ID = 200;
  private static final int MOST_ROOMS = 50;

  private final Presence presence;

  PresenceRoutes(Presence presence) {
    this.presence = presence;
  }

  void mount(Router router) {
    router
        .post("/api/presence")
        .handler(Authentication.ORGANISERS)
        .handler(JsonBody.SMALL)
        .handler(this::note);
  }

  private void note(RoutingContext context) {
    Fields fields = new Fields(JsonBody.of(context));
    String tab = fields.text("tab", LONGEST_ID);
    String session = fields.isNull("session") ? "" : fields.textOr("session", "", LONGEST_ID);
    List<String> rooms = fields.has("rooms") ? fields.texts("rooms") : List.of();
    fields.requireNoMore();
    if (rooms.size() > MOST_ROOMS || rooms.stream().anyMatch(id -> id.length() > LONGEST_ID)) {
      throw fields.refused("rooms", "at most " + MOST_ROOMS + " ids of rooms");
    }
    String user = Caller.of(context).orElseThrow().account().name();
    JsonArray others = new JsonArray();
    presence.notedHere(tab, user, session, rooms).forEach(here -> others.add(json(here)));
    Answers.json(context, 200, new JsonObject().put("others", others));
  }

  private static JsonObject json(Presence.Here here) {
    return new JsonObject()
        .put("user", here.user())
        .put("session", here.session().isEmpty() ? null : here.session())
        .put("rooms", new JsonArray(here.rooms()));
  }
}
