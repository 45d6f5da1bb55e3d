package org.callboard.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.callboard.interchange.Programmes;
import org.callboard.interchange.Reading;
import org.callboard.interchange.ReadingOptions;
import org.callboard.interchange.UnreadableProgramme;

/** Where programmes come from: a file that someone names, or the example inside the program. */
final class Sources {
  static final String EXAMPLE = "config/programme.md";

  private Sources() {}

  static Reading file(Path file, ReadingOptions options) {
    try {
      return Programmes.read(file, options);
    } catch (UnreadableProgramme e) {
      throw BadInput.of(file.toString(), e);
    } catch (IOException e) {
      throw new BadInput(file + ": it cannot be read, check its permissions: " + e.getMessage());
    }
  }

  /** What stands in a file that is plain text; empty for any other. */
  static String textOf(Path file) {
    try {
      return Files.size(file) > Programmes.LARGEST_BYTES ? "" : Files.readString(file);
    } catch (IOException noText) {
      return "";
    }
  }

  static Reading example(Optional<ZoneId> zone) {
    try (InputStream in = Sources.class.getResourceAsStream("/" + EXAMPLE)) {
      if (in == null) {
        throw new BadInput(EXAMPLE + ": this build has no example; name a file with --programme");
      }
      return Programmes.read(EXAMPLE, in.readAllBytes(), zone);
    } catch (UnreadableProgramme e) {
      throw BadInput.of(EXAMPLE, e);
    } catch (IOException e) {
      throw new BadInput(EXAMPLE + ": it cannot be read: " + e.getMessage());
    }
  }
}
