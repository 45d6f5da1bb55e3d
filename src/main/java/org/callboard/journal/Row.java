package org.callboard.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One row of the table {@code entry}, not yet trusted.
 *
 * @param previous digest of the row before, empty when there is none
 */
record Row(
    long revision,
    long recordedAt,
    String author,
    String key,
    String body,
    String digest,
    String previous) {

  private static final String SELECT =
      "select revision, recorded_at, author, idempotency_key, body, digest,"
          + " (select p.digest from entry p where p.revision = e.revision - 1) as previous"
          + " from entry e where ";
  private static final String AFTER = SELECT + "revision > ? order by revision limit ?";
  private static final String BY_KEY =
      SELECT + "author = ? and idempotency_key = ? and idempotency_key <> ''";
  private static final String INSERT =
      "insert into entry (revision, recorded_at, author, idempotency_key, body, digest) values ";
  private static final String VALUES = "(?, ?, ?, ?, ?, ?)";

  static Row of(Entry entry, String previous) {
    String body = EntryJson.write(entry);
    return new Row(
        entry.revision(),
        entry.recordedAt().toEpochMilli(),
        entry.author(),
        entry.key(),
        body,
        Chain.next(previous, entry.revision(), body),
        previous);
  }

  static List<Row> after(Connection connection, long revision, int limit) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(AFTER)) {
      query.setLong(1, revision);
      query.setInt(2, limit);
      return rows(query);
    }
  }

  static List<Row> byKey(Connection connection, String author, String key) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BY_KEY)) {
      query.setString(1, author);
      query.setString(2, key);
      return rows(query);
    }
  }

  /** Inserts all of them at once: a line to the database may be slow. */
  static void insert(Connection connection, List<Row> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String sql = INSERT + String.join(", ", Collections.nCopies(rows.size(), VALUES));
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int column = 0;
      for (Row row : rows) {
        insert.setLong(++column, row.revision());
        insert.setLong(++column, row.recordedAt());
        insert.setString(++column, row.author());
        insert.setString(++column, row.key());
        insert.setString(++column, row.body());
        insert.setString(++column, row.digest());
      }
      insert.executeUpdate();
    }
  }

  /**
   * The entry that the row holds.
   *
   * @throws DamagedJournal when the row is not as it was appended
   * @throws LaterEntry when it is, and this version cannot read it
   */
  Entry entry() {
    require(!previous.isEmpty(), "the entry before it is missing");
    require(digest.equals(Chain.next(previous, revision, body)), "it is not as it was appended");
    Entry entry = decoded();
    require(entry.revision() == revision, "it holds another revision");
    require(
        entry.recordedAt().toEpochMilli() == recordedAt
            && entry.author().equals(author)
            && entry.key().equals(key),
        "its columns and its body differ");
    return entry;
  }

  private Entry decoded() {
    try {
      return EntryJson.read(body);
    } catch (IllegalArgumentException e) {
      throw new LaterEntry(
          message("this version cannot read it; use the version that wrote it: " + e.getMessage()),
          e);
    }
  }

  private void require(boolean sound, String fault) {
    if (!sound) {
      throw new DamagedJournal(message(fault));
    }
  }

  private String message(String fault) {
    return "revision " + revision + ": " + fault;
  }

  private static List<Row> rows(PreparedStatement query) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (ResultSet found = query.executeQuery()) {
      while (found.next()) {
        rows.add(row(found));
      }
    }
    return rows;
  }

  private static Row row(ResultSet found) throws SQLException {
    long revision = found.getLong("revision");
    return new Row(
        revision,
        found.getLong("recorded_at"),
        text(found, "author"),
        text(found, "idempotency_key"),
        text(found, "body"),
        text(found, "digest"),
        revision == 1 ? Chain.START : text(found, "previous"));
  }

  private static String text(ResultSet found, String column) throws SQLException {
    String text = found.getString(column);
    return text == null ? "" : text;
  }
}
