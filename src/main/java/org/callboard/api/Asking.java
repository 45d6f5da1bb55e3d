package org.callboard.api;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.callboard.change.Change;
import org.callboard.interchange.Programmes;
import org.callboard.interchange.Reading;
import org.callboard.interchange.UnreadableProgramme;
import org.callboard.programme.Event;
import org.callboard.wire.ChangeRequest;
import org.callboard.wire.ImportJson;

/**
 * A change that a request asks for.
 *
 * @param reading how the file that it came in was understood
 */
record Asking(ChangeRequest request, Optional<JsonObject> reading) {

  static Asking of(ChangeRequest request) {
    return new Asking(request, Optional.empty());
  }

  /**
   * The import of a file. It takes as long as the file is large.
   *
   * @throws Unreadable when nothing in it is usable; the message says where, what and what to do
   */
  static Asking of(ProgrammeUpload upload, Event known) throws Unreadable {
    byte[] bytes = upload.bytes();
    try {
      Reading reading = Programmes.read(upload.file(), bytes, upload.options(known.zone()));
      return new Asking(
          ImportJson.of(upload.file(), bytes, reading, known, upload.isForced()),
          Optional.of(EditionJson.of(upload.file(), reading)));
    } catch (UnreadableProgramme unreadable) {
      throw new Unreadable(upload.file(), unreadable);
    }
  }

  /** Whether planning it may take a while. */
  boolean isLarge() {
    Change change = request.change();
    return change instanceof Change.Import || change instanceof Change.Settle;
  }
}
