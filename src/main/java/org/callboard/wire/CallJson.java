package org.callboard.wire;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import org.callboard.change.Call;
import org.callboard.change.CallKind;

/** A call, as organisers are answered and as the journal holds it. */
public final class CallJson {

  private CallJson() {}

  public static JsonObject of(Call call) {
    return new JsonObject()
        .put("id", call.id())
        .put("room", call.room())
        .put("kind", call.kind().word())
        .put("detail", call.detail())
        .put("by", call.by())
        .put("at", call.at().toString());
  }

  static Call read(JsonObject json) {
    return new Call(
        json.getString("id"),
        json.getString("room"),
        kind(json.getString("kind")),
        json.getString("detail"),
        json.getString("by"),
        Instant.parse(json.getString("at")));
  }

  private static CallKind kind(String word) {
    return Arrays.stream(CallKind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("A call is of no known kind: kind=" + word));
  }
}
