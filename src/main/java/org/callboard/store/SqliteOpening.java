package org.callboard.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * How an SQLite database is opened, or made. It is made under another name and renamed when it is
 * whole, so a file under its own name was whole once, and one that is not so now has been damaged.
 */
final class SqliteOpening {
  private static final int BUSY_TIMEOUT_MILLIS = 5_000;
  private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

  private final DatabaseFile file;

  SqliteOpening(String name) {
    if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
      throw new UnusableDatabase(
          Database.SQLITE + name, "names no plain file", "write jdbc:sqlite:FILE");
    }
    this.file = new DatabaseFile(Path.of(name));
  }

  Database open() {
    if (!file.isThere()) {
      make();
    }
    return opened(true);
  }

  Database openExisting() {
    if (!file.isThere()) {
      throw file.unusable("there is no database", "name the data folder, or its file");
    }
    return opened(false);
  }

  private void make() {
    Path draft =
        file.path().resolveSibling(file.path().getFileName() + ".new-" + UUID.randomUUID());
    try {
      Files.createDirectories(file.path().getParent());
      fill(draft);
      DatabaseFile.move(draft, file.path());
    } catch (IOException | SQLException e) {
      throw new UnusableDatabase(
          file.path().toString(), "the database cannot be made", "see to the disk: " + e, e);
    }
  }

  private void fill(Path draft) throws SQLException {
    try (HikariDataSource pool = pool(draft, true)) {
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("pragma application_id = " + DatabaseFile.APPLICATION_ID);
      }
      new Migrations(pool, pool, file.path().toString()).apply();
    }
  }

  private Database opened(boolean forUse) {
    HikariDataSource pool = null;
    try {
      pool = pool(file.path(), forUse);
      requireHistory(pool);
      Migrations migrations = new Migrations(pool, pool, file.path().toString());
      if (forUse) {
        requireSound(pool);
        migrations.applyMissing();
      } else {
        migrations.requireKnown();
      }
      return new Database(file.path().toString(), pool, Optional.of(file));
    } catch (SQLException | RuntimeException e) {
      if (pool != null) {
        pool.close();
      }
      throw e instanceof UnusableDatabase refusal ? refusal : file.damaged(reason(e));
    }
  }

  /** A database without a history would be filled as a new one. */
  private void requireHistory(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select count(*) from sqlite_schema where name = '" + Migrations.HISTORY + "'")) {
      if (found.getInt(1) == 0) {
        throw file.damaged("its tables are gone");
      }
    }
  }

  private void requireSound(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("pragma quick_check(1)")) {
      String state = found.getString(1);
      if (!state.equals("ok")) {
        throw file.damaged(state);
      }
    }
  }

  private static HikariDataSource pool(Path path, boolean forUse) {
    SQLiteConfig sqlite = new SQLiteConfig();
    if (forUse) {
      // The mode is kept in the file: a backup that is only looked at stays as it is.
      sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
    }
    // In WAL only FULL forces each commit to the disk; NORMAL may lose the last ones.
    sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    sqlite.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    sqlite.enforceForeignKeys(true);
    // A transaction that reads first and writes later could find itself overtaken.
    sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(sqlite);
    source.setUrl(Database.SQLITE + path);
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    config.setPoolName("callboard-sqlite");
    return new HikariDataSource(config);
  }

  private static String reason(Exception failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
