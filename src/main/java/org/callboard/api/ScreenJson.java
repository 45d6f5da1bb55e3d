package org.callboard.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.callboard.clock.Moment;
import org.callboard.live.Screen;
import org.callboard.live.Screens;
import org.callboard.live.Standing;

/** Screens as organisers read of them; instants are of the machine's clock, as ages are. */
record ScreenJson(Screens screens, Moment now) {

  JsonArray all(List<Screen> each) {
    JsonArray array = new JsonArray();
    each.forEach(screen -> array.add(of(screen)));
    return array;
  }

  private JsonObject of(Screen screen) {
    Standing standing = screens.standing(screen, now);
    return new JsonObject()
        .put("id", screen.id())
        .put("named", screen.isNamed())
        .put("name", screens.nameOf(screen.id()).orElse(null))
        .put("paired", screen.isPaired())
        .put("role", orNull(screen.role()))
        .put("room", orNull(screen.room()))
        .put("lang", orNull(screen.language()))
        .put("topics", new JsonArray(screen.topics().stream().sorted().toList()))
        .put("state", standing.state())
        .put("why", orNull(standing.why()))
        .put("address", screen.address())
        .put("connectedSince", text(screen.since().wall()))
        .put("lastSeen", text(screen.heard().wall()))
        .put("offlineSince", screen.gone().map(gone -> text(gone.wall())).orElse(null))
        .put("painted", screen.painted().map(this::painted).orElse(null))
        .put("health", screen.health().isEmpty() ? null : new JsonObject(screen.health()));
  }

  private JsonObject painted(Screen.Receipt receipt) {
    JsonObject frames = new JsonObject();
    receipt.painted().frames().forEach(frames::put);
    return new JsonObject()
        .put("revision", receipt.painted().revision())
        .put("frame", frames)
        .put("paintedAt", receipt.painted().paintedAt())
        .put("receivedAt", text(receipt.at().wall()));
  }

  static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
