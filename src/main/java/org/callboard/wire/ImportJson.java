package org.callboard.wire;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.callboard.change.Change;
import org.callboard.interchange.Programmes;
import org.callboard.interchange.UnreadableProgramme;

/** A new edition as it is asked for over the API: a programme in the native format. */
final class ImportJson {

  private ImportJson() {}

  static Change read(Fields fields) {
    JsonObject programme = fields.json("programme");
    boolean isForced = fields.flagOr("force", false);
    try {
      byte[] bytes = programme.encode().getBytes(StandardCharsets.UTF_8);
      return new Change.Import(
          Programmes.read("programme.json", bytes, Optional.empty()).programme(), isForced);
    } catch (UnreadableProgramme unreadable) {
      throw new IllegalArgumentException(
          "The field programme is no usable programme: " + unreadable.getMessage() + ".",
          unreadable);
    }
  }
}
