package org.callboard.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.store.Database;

/**
 * Where a server keeps its journal and accounts.
 *
 * @param url JDBC URL of the database
 * @param folder the data folder; empty for a database elsewhere
 * @param isTemporary whether the folder was made for this server alone, and goes with it
 * @param isNew whether there was no journal yet
 */
record DataPlace(String url, Optional<Path> folder, boolean isTemporary, boolean isNew) {

  static DataPlace of(Settings settings) {
    if (settings.database().isPresent()) {
      return new DataPlace(settings.database().get(), Optional.empty(), false, false);
    }
    try {
      Optional<Path> named = settings.data().map(Path::of);
      Path folder =
          named.isPresent()
              ? Files.createDirectories(named.get())
              : Files.createTempDirectory("callboard-");
      boolean isNew = !Files.exists(folder.resolve(Database.FILE));
      return new DataPlace(
          Database.url(folder.toString()), Optional.of(folder), named.isEmpty(), isNew);
    } catch (IOException unusable) {
      throw new BadInput(
          "serve: the data folder cannot be made: "
              + unusable.getMessage()
              + "; name another with --data");
    }
  }

  /** Removes a folder that was only for this server. */
  void discard() {
    folder.filter(made -> isTemporary).ifPresent(DataPlace::remove);
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      throw new UncheckedIOException("A folder for one run was left behind: " + folder, left);
    }
  }
}
