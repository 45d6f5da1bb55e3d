package org.callboard.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** How a PostgreSQL database is opened; the database itself must be there. */
final class PostgresOpening {
  private static final int CONNECTIONS = 4;
  private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;
  private static final String CONNECT_SECONDS = "3";

  /** A statement that hangs longer is given up, so that an organiser gets an answer. */
  private static final String ANSWER_SECONDS = "10";

  /** A server may be set to answer before it has written; for us it must write first. */
  private static final String WRITE_FIRST =
      "select set_config('synchronous_commit', 'on', false)"
          + " where current_setting('synchronous_commit') = 'off'";

  private final String url;
  private final Properties properties;

  PostgresOpening(String url, Properties properties) {
    this.url = url;
    this.properties = properties;
  }

  /** A URL without its parameters or anything before an at sign, where a password may be. */
  static String place(String url) {
    return url.replaceFirst("\\?.*", "").replaceFirst("//.*@", "//");
  }

  Database open() {
    return opened(true);
  }

  Database openExisting() {
    return opened(false);
  }

  private Database opened(boolean forUse) {
    HikariDataSource pool = pool();
    try {
      Migrations migrations = new Migrations(pool, place(url));
      if (!hasHistory(pool)) {
        requireMayMake(forUse);
        migrations.apply();
      } else if (forUse) {
        migrations.applyMissing();
      } else {
        migrations.requireKnown();
      }
      return new Database(place(url), pool, Optional.empty());
    } catch (SQLException e) {
      pool.close();
      throw outOfReach(e);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static boolean hasHistory(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        ResultSet tables =
            connection
                .getMetaData()
                .getTables(null, connection.getSchema(), Migrations.HISTORY, null)) {
      return tables.next();
    }
  }

  private void requireMayMake(boolean forUse) {
    if (!forUse) {
      throw new UnusableDatabase(place(url), "there is no journal", "name another database");
    }
  }

  private HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    config.setConnectionInitSql(WRITE_FIRST);
    config.setPoolName("callboard-postgresql");
    config.addDataSourceProperty("connectTimeout", CONNECT_SECONDS);
    config.addDataSourceProperty("socketTimeout", ANSWER_SECONDS);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("ApplicationName", "callboard");
    properties.forEach((key, value) -> config.addDataSourceProperty(key.toString(), value));
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw outOfReach(e);
    }
  }

  private UnusableDatabase outOfReach(Exception failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new UnusableDatabase(
        place(url),
        "the database cannot be reached (" + String.valueOf(cause.getMessage()).strip() + ")",
        "see to the server, the name, the user and the password",
        failure);
  }
}
