package org.callboard.accounts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The tables of the accounts, read by any thread at once and written by one at a time: every write
 * first takes its turn, on SQLite and on PostgreSQL, so that what it then reads cannot change under
 * it.
 */
final class AccountDatabase {
  private final DataSource source;

  AccountDatabase(DataSource source) {
    this.source = source;
  }

  /** Work on one connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  <T> T reading(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return work.on(connection);
    } catch (SQLException trouble) {
      throw new AccountsUnavailable(trouble);
    }
  }

  /** All of the work is kept, or none of it. */
  <T> T writing(Work<T> work) {
    return reading(connection -> inTurn(connection, work));
  }

  private static <T> T inTurn(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      update(connection, "update account_turn set turn = turn + 1");
      T result = work.on(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException trouble) {
      connection.rollback();
      throw trouble;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** Runs one statement and says how many rows it touched. */
  static int update(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
