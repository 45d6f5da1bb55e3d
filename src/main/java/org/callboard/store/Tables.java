package org.callboard.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of every table, carried between SQLite and PostgreSQL at one version. */
final class Tables {
  /** In the order in which they were made, so that what is referred to comes first. */
  private static final String NAMES =
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> '"
          + Migrations.HISTORY
          + "' order by rowid";

  private static final Set<String> MADE_BY_OPENING = Set.of("journal", "account_turn");

  private Tables() {}

  /**
   * Fills an empty database with all rows of another, all or none.
   *
   * @throws UnusableDatabase when it is not empty
   */
  static void fill(Database from, Database to) throws SQLException {
    try (Connection source = from.source().getConnection();
        Connection target = to.source().getConnection()) {
      List<String> tables = names(from.isSqlite() ? source : target);
      begin(source, target);
      for (String table : tables) {
        requireEmpty(target, table, to.place());
        fill(source, target, table);
      }
      target.commit();
      source.rollback();
    }
  }

  /** All tables are read as of one moment. */
  private static void begin(Connection source, Connection target) throws SQLException {
    source.setTransactionIsolation(
        source
                .getMetaData()
                .supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)
            ? Connection.TRANSACTION_REPEATABLE_READ
            : Connection.TRANSACTION_SERIALIZABLE);
    source.setAutoCommit(false);
    target.setAutoCommit(false);
  }

  private static List<String> names(Connection sqlite) throws SQLException {
    try (Statement statement = sqlite.createStatement();
        ResultSet found = statement.executeQuery(NAMES)) {
      List<String> names = new ArrayList<>();
      while (found.next()) {
        names.add(found.getString(1));
      }
      return names;
    }
  }

  private static void requireEmpty(Connection target, String table, String place)
      throws SQLException {
    try (Statement statement = target.createStatement()) {
      // A database that was only opened has these rows, and nothing that anybody made.
      if (MADE_BY_OPENING.contains(table)) {
        statement.executeUpdate("delete from " + table);
      }
      try (ResultSet any = statement.executeQuery("select 1 from " + table + " limit 1")) {
        if (any.next()) {
          throw new UnusableDatabase(
              place, "there is a journal already", "make a new, empty database and name that");
        }
      }
    }
  }

  private static void fill(Connection source, Connection target, String table) throws SQLException {
    Set<String> truths = truths(target, table);
    try (Statement query = source.createStatement();
        ResultSet rows = query.executeQuery("select * from " + table)) {
      List<String> columns = columns(rows);
      try (PreparedStatement insert = target.prepareStatement(insert(table, columns))) {
        while (rows.next()) {
          for (int i = 0; i < columns.size(); i++) {
            insert.setObject(i + 1, value(rows.getObject(i + 1), truths.contains(columns.get(i))));
          }
          insert.executeUpdate();
        }
      }
    }
  }

  /** SQLite keeps a truth as 0 or 1, which PostgreSQL does not take for one. */
  private static Object value(Object value, boolean isTruth) {
    return isTruth && value instanceof Number number ? number.intValue() != 0 : value;
  }

  private static Set<String> truths(Connection target, String table) throws SQLException {
    try (Statement query = target.createStatement();
        ResultSet none = query.executeQuery("select * from " + table + " where 1 = 0")) {
      Set<String> truths = new HashSet<>();
      ResultSetMetaData columns = none.getMetaData();
      for (int column = 1; column <= columns.getColumnCount(); column++) {
        int type = columns.getColumnType(column);
        if (type == Types.BIT || type == Types.BOOLEAN) {
          truths.add(columns.getColumnName(column));
        }
      }
      return truths;
    }
  }

  private static List<String> columns(ResultSet rows) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
      columns.add(rows.getMetaData().getColumnName(column));
    }
    return columns;
  }

  private static String insert(String table, List<String> columns) {
    return "insert into "
        + table
        + columns.stream().collect(Collectors.joining(", ", " (", ")"))
        + Stream.generate(() -> "?")
            .limit(columns.size())
            .collect(Collectors.joining(", ", " values (", ")"));
  }
}
