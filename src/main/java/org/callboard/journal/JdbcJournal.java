package org.callboard.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.callboard.store.Database;

/**
 * The journal in a database, SQLite or PostgreSQL. Transactions are begun and ended by statement:
 * the SQLite driver's own commit begins the next one in the same breath, and when that fails it
 * reports a failure of what was saved.
 */
public final class JdbcJournal implements Journal {
  private static final String SAME =
      "select id, (select digest from entry where revision = ?) from journal";

  private final Database database;
  private final String begin;
  private final String id;
  private volatile Head known = Head.NONE; // the newest row that was read or appended here

  /**
   * The journal of a database, which stays its opener's to close.
   *
   * @throws NotSaved when a new journal's id cannot be kept
   */
  public JdbcJournal(Database database) {
    this.database = database;
    // SQLite takes the writer's lock at once; two that both read first would wait for each other.
    this.begin = database.isSqlite() ? "begin immediate" : "begin";
    this.id = asked(JdbcJournal::keptId);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Optional<Instant> time() {
    return database.isSqlite() ? Optional.empty() : Optional.of(asked(JdbcJournal::serverTime));
  }

  @Override
  public long head() {
    return asked(
        connection -> {
          requireSame(connection);
          return Head.of(connection).revision();
        });
  }

  @Override
  public List<Entry> read(long afterRevision, int limit) {
    List<Row> rows =
        asked(
            connection -> {
              requireSame(connection);
              return Row.after(connection, afterRevision, limit);
            });
    if (!rows.isEmpty() && rows.get(0).revision() != afterRevision + 1) {
      throw new DamagedJournal("revision " + (afterRevision + 1) + ": it is missing");
    }
    return readable(rows);
  }

  private List<Entry> readable(List<Row> rows) {
    List<Entry> entries = new ArrayList<>();
    for (Row row : rows) {
      try {
        entries.add(row.entry());
      } catch (LaterEntry later) {
        if (entries.isEmpty()) {
          throw later;
        }
        return entries;
      }
      note(new Head(row.revision(), row.digest()));
    }
    return entries;
  }

  @Override
  public Optional<Entry> byKey(String author, String idempotencyKey) {
    return asked(connection -> Row.byKey(connection, author, idempotencyKey)).stream()
        .map(Row::entry)
        .findFirst();
  }

  @Override
  public void append(long expectedHead, List<Entry> entries, BooleanSupplier mayCommit)
      throws HeadMoved {
    requireFollowing(expectedHead, entries);
    requireInPlace();
    try (Connection connection = database.source().getConnection()) {
      append(connection, expectedHead, entries, mayCommit);
    } catch (SQLException e) {
      throw refusal(e, expectedHead);
    }
  }

  /** Nothing to do: the database belongs to whoever opened it. */
  @Override
  public void close() {}

  private void append(
      Connection connection, long expectedHead, List<Entry> entries, BooleanSupplier mayCommit)
      throws SQLException, HeadMoved {
    try (Statement statement = connection.createStatement()) {
      statement.execute(begin);
      requireSame(connection);
      Head appended = insert(connection, expectedHead, entries);
      requireWanted(mayCommit);
      commit(statement);
      note(appended);
    } catch (SQLException | RuntimeException | HeadMoved e) {
      abandon(connection);
      throw e;
    }
  }

  private void requireWanted(BooleanSupplier mayCommit) {
    if (!mayCommit.getAsBoolean()) {
      throw new NotSaved(database.place(), "nobody waits for it any more", true, null);
    }
  }

  private static Head insert(Connection connection, long expectedHead, List<Entry> entries)
      throws SQLException, HeadMoved {
    Head head = Head.of(connection);
    if (head.revision() != expectedHead) {
      throw new HeadMoved(expectedHead, head.revision());
    }
    List<Row> rows = new ArrayList<>();
    String digest = head.digest();
    for (Entry entry : entries) {
      rows.add(Row.of(entry, digest));
      digest = rows.get(rows.size() - 1).digest();
    }
    Row.insert(connection, rows);
    return new Head(expectedHead + entries.size(), digest);
  }

  private synchronized void note(Head newest) {
    if (newest.revision() > known.revision()) {
      known = newest;
    }
  }

  /** Revisions are only ever those of one history: its id, and what was there, is there still. */
  private void requireSame(Connection connection) throws SQLException {
    Head before = known;
    try (PreparedStatement query = connection.prepareStatement(SAME)) {
      query.setLong(1, before.revision());
      try (ResultSet row = query.executeQuery()) {
        boolean same =
            row.next()
                && id.equals(row.getString(1))
                && (before.revision() == 0 || before.digest().equals(row.getString(2)));
        if (!same) {
          throw new ReplacedJournal(
              "The journal was replaced while this node ran: journal="
                  + database.place()
                  + " revision="
                  + before.revision()
                  + "; start the node again to show what is there now");
        }
      }
    }
  }

  private void commit(Statement statement) {
    try {
      statement.execute("commit");
    } catch (SQLException e) {
      throw new NotSaved(database.place(), Trouble.why(e), Trouble.keepsNothing(e), e);
    }
  }

  /** Rolls back; a connection that cannot even do that is never used again. */
  private void abandon(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("rollback");
    } catch (SQLException gone) {
      database.discard(connection);
    }
  }

  private RuntimeException refusal(SQLException failure, long expectedHead) throws HeadMoved {
    if (!Trouble.isDoubled(failure)) {
      return new NotSaved(database.place(), Trouble.why(failure), true, failure);
    }
    long head = head();
    if (head != expectedHead) {
      throw new HeadMoved(expectedHead, head);
    }
    return new IllegalArgumentException("An idempotency key was used before", failure);
  }

  private void requireInPlace() {
    if (!database.isInPlace()) {
      throw new NotSaved(
          database.place(), "its file was removed or replaced; start again", true, null);
    }
  }

  private static void requireFollowing(long expectedHead, List<Entry> entries) {
    long revision = expectedHead;
    for (Entry entry : entries) {
      revision++;
      if (entry.revision() != revision) {
        throw new IllegalArgumentException(
            "Revisions do not follow: expected=" + revision + " found=" + entry.revision());
      }
    }
  }

  private static String keptId(Connection connection) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into journal (only_row, id) values (1, ?) on conflict do nothing");
        Statement query = connection.createStatement()) {
      insert.setString(1, UUID.randomUUID().toString());
      insert.executeUpdate();
      try (ResultSet row = query.executeQuery("select id from journal")) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static Instant serverTime(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery("select clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private <T> T asked(Question<T> question) {
    try (Connection connection = database.source().getConnection()) {
      return question.ask(connection);
    } catch (SQLException e) {
      throw new NotSaved(database.place(), Trouble.why(e), true, e);
    }
  }

  /** Something to find out on a connection. */
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** The newest entry's revision and digest. */
  private record Head(long revision, String digest) {
    static final Head NONE = new Head(0, Chain.START);

    static Head of(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select revision, digest from entry order by revision desc limit 1")) {
        return row.next() ? new Head(row.getLong(1), row.getString(2)) : NONE;
      }
    }
  }
}
