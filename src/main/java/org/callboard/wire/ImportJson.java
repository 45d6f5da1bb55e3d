package org.callboard.wire;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import org.callboard.change.Change;
import org.callboard.interchange.Programmes;
import org.callboard.interchange.Reading;
import org.callboard.interchange.UnreadableProgramme;
import org.callboard.programme.Event;
import org.callboard.programme.Programme;

/** A new edition as it is asked for: a programme in the native format, or a file of any format. */
public final class ImportJson {

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

  /** The request, which a programme that names no zone gets the known one into. */
  public static JsonObject inZone(JsonObject request, ZoneId known) {
    if (request.getValue("programme") instanceof JsonObject programme
        && programme.getValue("event") instanceof JsonObject event
        && event.getValue("timezone") == null) {
      event.put("timezone", known.getId());
    }
    return request;
  }

  /**
   * The import of a file that was read. The journal keeps the edition in the effects, so of the
   * file only what tells it from another.
   *
   * @param known the event as it is; a format that has no name for it leaves that as it was
   */
  public static ChangeRequest of(
      String file, byte[] bytes, Reading reading, Event known, boolean isForced) {
    JsonObject text =
        new JsonObject()
            .put("type", "import")
            .put("force", isForced)
            .put("file", file)
            .put("format", reading.format())
            .put("sha256", digest(bytes));
    return new ChangeRequest(
        new Change.Import(named(reading.programme(), known), isForced),
        "import",
        text.encode(),
        "",
        false,
        Optional.empty());
  }

  /** What tells the bytes of one file from those of another. */
  public static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("Every JDK has SHA-256", absent);
    }
  }

  /** A programme whose format has no name for the event keeps the one that is known. */
  public static Programme named(Programme programme, Event known) {
    Event event = programme.event();
    if (!event.name().isBlank()) {
      return programme;
    }
    return new Programme(
        new Event(
            known.name(),
            known.subtitle(),
            event.zone(),
            event.venue().isBlank() ? known.venue() : event.venue(),
            event.asOf(),
            event.languages()),
        programme.days(),
        programme.rooms(),
        programme.sessions());
  }
}
