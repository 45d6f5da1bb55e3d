package org.callboard.accounts;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** A real database that was just migrated, for tests. */
public final class AccountStore implements Closeable {
  /** Which database. */
  public enum Kind {
    SQLITE,
    POSTGRESQL
  }

  private final HikariDataSource source;
  private final Closeable server;

  private AccountStore(HikariConfig config, Closeable server) {
    this.source = new HikariDataSource(config);
    this.server = server;
    Flyway.configure().dataSource(source).load().migrate();
  }

  public static AccountStore sqlite(Path folder) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:sqlite:" + folder.resolve("accounts.db"));
    config.addDataSourceProperty("busy_timeout", "10000");
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("foreign_keys", "true");
    return new AccountStore(config, () -> {});
  }

  static AccountStore of(Kind kind, Path folder) {
    return kind == Kind.SQLITE ? sqlite(folder) : postgresql();
  }

  private static AccountStore postgresql() {
    try {
      EmbeddedPostgres server = EmbeddedPostgres.start();
      HikariConfig config = new HikariConfig();
      config.setDataSource(server.getPostgresDatabase());
      return new AccountStore(config, server);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public HikariDataSource source() {
    return source;
  }

  @Override
  public void close() throws IOException {
    source.close();
    server.close();
  }
}
