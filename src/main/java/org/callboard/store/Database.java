package org.callboard.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * The open database of a node: SQLite in a file, or PostgreSQL. It is checked and brought to this
 * version before anybody sees it, and it never opens empty where something was. Safe for use by
 * several threads; SQLite has one connection, for which they wait.
 */
public final class Database implements AutoCloseable {
  /** The name of the file in a data folder. */
  public static final String FILE = "callboard.db";

  static final String SQLITE = "jdbc:sqlite:";
  static final String POSTGRESQL = "jdbc:postgresql:";

  private final String place;
  private final HikariDataSource source;
  private final Optional<DatabaseFile> file;
  private final Optional<Object> identity;

  Database(String place, HikariDataSource source, Optional<DatabaseFile> file) {
    this.place = place;
    this.source = source;
    this.file = file;
    this.identity = file.map(DatabaseFile::identity);
  }

  /** The URL of a data folder, or of one database file; a URL stays what it is. */
  public static String url(String dataOrUrl) {
    if (dataOrUrl.startsWith("jdbc:")) {
      return dataOrUrl;
    }
    Path path = Path.of(dataOrUrl);
    return SQLITE + (Files.isRegularFile(path) ? path : path.resolve(FILE));
  }

  /**
   * Opens a database, which is made where there is none and brought to this version.
   *
   * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:…}
   * @throws UnusableDatabase when it is damaged, foreign, of a later version or out of reach
   */
  public static Database open(String url) {
    return open(url, new Properties());
  }

  /**
   * As {@link #open(String)}, with what the driver takes beside the URL.
   *
   * @param properties such as {@code user} and {@code password}; SQLite takes none
   */
  public static Database open(String url, Properties properties) {
    if (url.startsWith(SQLITE)) {
      return sqlite(url).open();
    }
    return postgres(url, properties).open();
  }

  /**
   * Opens a database that is there, to look at it or to copy it: nothing is made, nothing is
   * brought to this version, and damage inside is left to be found.
   *
   * @throws UnusableDatabase also when there is none
   */
  public static Database openExisting(String url) {
    if (url.startsWith(SQLITE)) {
      return sqlite(url).openExisting();
    }
    return postgres(url, new Properties()).openExisting();
  }

  /** Where it is, without anything secret, for messages. */
  public String place() {
    return place;
  }

  public DataSource source() {
    return source;
  }

  public boolean isSqlite() {
    return file.isPresent();
  }

  /** The file of an SQLite database. */
  Optional<Path> file() {
    return file.map(DatabaseFile::path);
  }

  /** False once somebody has removed or replaced the file: what is then written would be lost. */
  public boolean isInPlace() {
    return file.map(DatabaseFile::identity).equals(identity);
  }

  /** Gives a connection up for good after a failure that it may not survive. */
  public void discard(Connection connection) {
    source.evictConnection(connection);
  }

  @Override
  public void close() {
    source.close();
  }

  private static SqliteOpening sqlite(String url) {
    return new SqliteOpening(url.substring(SQLITE.length()));
  }

  private static PostgresOpening postgres(String url, Properties properties) {
    if (!url.startsWith(POSTGRESQL)) {
      throw new UnusableDatabase(
          PostgresOpening.place(url),
          "is no database that Callboard knows",
          "write jdbc:sqlite:FILE or jdbc:postgresql://HOST/NAME");
    }
    return new PostgresOpening(url, properties);
  }
}
