package org.callboard.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The steps from any earlier shape of the database to the one that this version reads. Starting
 * Flyway costs 0.4 s, so a database that has every step already is passed without it.
 */
final class Migrations {
  /** The number of the newest script in {@code db/migration}; steps are numbered without a gap. */
  static final int NEWEST = 7;

  static final String HISTORY = "flyway_schema_history";

  private final DataSource source;
  private final DataSource patient;
  private final String place;

  /**
   * The steps of one database.
   *
   * @param source where it is asked which steps it has
   * @param patient where steps are taken, which may last longer than anybody waits for an answer
   */
  Migrations(DataSource source, DataSource patient, String place) {
    this.source = source;
    this.patient = patient;
    this.place = place;
  }

  /** Takes every step, the first included. */
  void apply() {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(patient)
          .locations("classpath:db/migration")
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new UnusableDatabase(
          place,
          "the database cannot be brought to this version (" + reason(e) + ")",
          "see to that, or restore a backup, and start again",
          e);
    }
  }

  /** Takes the steps that a database with a history still lacks. */
  void applyMissing() throws SQLException {
    if (taken() < NEWEST) {
      apply();
    }
  }

  /** Refuses a database of a later version, and changes nothing. */
  void requireKnown() throws SQLException {
    taken();
  }

  /** How many steps were taken; a step that failed does not count. */
  private int taken() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*), max(cast(version as integer)) from "
                    + HISTORY
                    + " where success")) {
      row.next();
      if (row.getInt(2) > NEWEST) {
        throw new UnusableDatabase(
            place, "the database is of a later version of Callboard", "use that version");
      }
      return row.getInt(1);
    }
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
