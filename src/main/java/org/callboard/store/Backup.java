package org.callboard.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/**
 * A whole database as one SQLite file, and the way back. A backup is taken while a server writes:
 * it holds what was saved at one moment. A file under its final name is always a whole backup.
 */
public final class Backup {
  /** What a revision means depends on the journal's id, so what was restored gets another. */
  private static final String FORGET_ID = "delete from journal";

  private Backup() {}

  /**
   * Writes a backup.
   *
   * @throws UnusableDatabase when the file is there already, or cannot be written
   */
  public static void write(Database database, Path file) {
    requireFree(file);
    Path draft = draft(file);
    try {
      copy(database, draft);
      DatabaseFile.move(draft, file);
    } catch (IOException | SQLException e) {
      throw new UnusableDatabase(file.toString(), "the backup cannot be written", remedy(e), e);
    } finally {
      discard(draft);
    }
  }

  /**
   * Puts a backup in the place of a database.
   *
   * @param force whether a database that is there is renamed; else it is a refusal. PostgreSQL is
   *     only ever filled while it is empty.
   * @return where the database that was there is now
   */
  public static Optional<Path> restore(Database backup, String url, boolean force) {
    try {
      return url.startsWith(Database.SQLITE)
          ? restoreFile(backup, Path.of(url.substring(Database.SQLITE.length())), force)
          : restoreServer(backup, url);
    } catch (IOException | SQLException e) {
      throw new UnusableDatabase(
          PostgresOpening.place(url), "the backup cannot be restored", remedy(e), e);
    }
  }

  private static Optional<Path> restoreFile(Database backup, Path place, boolean force)
      throws IOException, SQLException {
    if (!force) {
      requireFree(place);
    }
    Files.createDirectories(place.toAbsolutePath().getParent());
    Path draft = draft(place);
    try {
      copyAsNew(backup, draft);
      Optional<Path> kept = setAside(place);
      DatabaseFile.move(draft, place);
      return kept;
    } finally {
      discard(draft);
    }
  }

  private static Optional<Path> restoreServer(Database backup, String url)
      throws IOException, SQLException {
    Path folder = Files.createTempDirectory("callboard-restore");
    Path draft = folder.resolve(Database.FILE);
    try {
      copyAsNew(backup, draft);
      try (Database from = Database.open(Database.SQLITE + draft);
          Database to = Database.open(url)) {
        Tables.fill(from, to);
      }
      return Optional.empty();
    } finally {
      discard(draft);
      Files.deleteIfExists(folder);
    }
  }

  /** A copy brought to this version, whose journal will get an id of its own. */
  private static void copyAsNew(Database backup, Path file) throws IOException, SQLException {
    copy(backup, file);
    try (Database copy = Database.open(Database.SQLITE + file);
        Connection connection = copy.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(FORGET_ID);
    }
    force(file);
  }

  private static void copy(Database from, Path file) throws IOException, SQLException {
    if (from.isSqlite()) {
      vacuum(from, file);
    } else {
      try (Database to = Database.open(Database.SQLITE + file)) {
        Tables.fill(from, to);
      }
    }
    force(file);
  }

  /** SQLite's own way to copy one moment of a database that others write to. */
  private static void vacuum(Database from, Path file) throws SQLException {
    try (Connection connection = from.source().getConnection();
        PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
      statement.setString(1, file.toString());
      statement.execute();
    }
  }

  private static Optional<Path> setAside(Path place) throws IOException {
    if (!Files.exists(place)) {
      return Optional.empty();
    }
    int number = 1;
    Path aside = place.resolveSibling(place.getFileName() + ".old-" + number);
    while (Files.exists(aside)) {
      number++;
      aside = place.resolveSibling(place.getFileName() + ".old-" + number);
    }
    DatabaseFile.move(place, aside);
    return Optional.of(aside);
  }

  private static void requireFree(Path file) {
    if (Files.exists(file)) {
      throw new UnusableDatabase(
          file.toString(), "there is something already", "name another place, or see --help");
    }
  }

  private static Path draft(Path file) {
    return file.resolveSibling(file.getFileName() + ".new-" + UUID.randomUUID());
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void discard(Path draft) {
    try {
      DatabaseFile.delete(draft);
    } catch (IOException e) {
      throw new UnusableDatabase(draft.toString(), "cannot be removed", "remove it by hand", e);
    }
  }

  private static String remedy(Exception cause) {
    return "see to this: " + String.valueOf(cause.getMessage()).strip();
  }
}
