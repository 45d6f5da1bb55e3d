package org.callboard.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How a PostgreSQL database is opened; the database itself must be there. */
final class PostgresOpening {
  private static final int CONNECTIONS = 4;

  /**
   * Whoever waits for a connection is refused after this; one may be made for the next all the
   * same.
   */
  private static final long CONNECTION_MILLIS = 2_500;

  private static final long VALIDATION_MILLIS = 1_500;
  private static final String CONNECT_SECONDS = "3";
  private static final String LOGIN_SECONDS = "5";

  /** A statement that hangs longer is given up, so that the next is tried on another connection. */
  private static final String ANSWER_SECONDS = "4";

  /** A server may be set to answer before it has written; for us it must write first. */
  private static final String WRITE_FIRST =
      "select set_config('synchronous_commit', 'on', false)"
          + " where current_setting('synchronous_commit') = 'off'";

  /**
   * A node that hangs or is cut off in the middle of an append would hold up every other writer
   * until the server missed it, which takes hours by default.
   */
  private static final String HOLD_UP_NOBODY = "set idle_in_transaction_session_timeout = 2000;";

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
    HikariDataSource pool = pool(forUse ? HOLD_UP_NOBODY + WRITE_FIRST : WRITE_FIRST);
    try {
      Migrations migrations = new Migrations(pool, patient(), place(url));
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

  /** Connections that may take their time. */
  private DataSource patient() throws SQLException {
    PGSimpleDataSource patient = new PGSimpleDataSource();
    patient.setURL(url);
    for (String name : properties.stringPropertyNames()) {
      patient.setProperty(name, properties.getProperty(name));
    }
    return patient;
  }

  private HikariDataSource pool(String first) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_MILLIS);
    config.setValidationTimeout(VALIDATION_MILLIS);
    config.setConnectionInitSql(first);
    config.setPoolName("callboard-postgresql");
    config.addDataSourceProperty("connectTimeout", CONNECT_SECONDS);
    config.addDataSourceProperty("loginTimeout", LOGIN_SECONDS);
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
