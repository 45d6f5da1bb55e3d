package org.callboard.outgoing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callboard.outgoing.Delivery.State;
import org.callboard.store.Database;
import org.callboard.store.DatabaseClock;

/**
 * The targets and what is on its way to them, in the database and by its clock. What a node notes
 * of a delivery counts only as long as no other has noted more of it. Any thread may call; calls
 * block.
 */
public final class Outbox {
  private static final int MOST_LISTED = 200;

  /** So many of those that were delivered are kept for whoever looks. */
  private static final int KEPT = 200;

  private static final int LONGEST_TROUBLE = 300;
  private static final String OLDEST =
      "select * from webhook_delivery where target = ? and state = 'waiting'"
          + " order by revision limit 1";

  private static final String IN_STATE =
      "select count(*) from webhook_delivery where target = ? and state = ?";

  private final Database database;
  private final DatabaseClock clock;

  /**
   * The outbox of a database.
   *
   * @param node the node's wall clock, which measures where the database is the node's own file
   */
  public Outbox(Database database, InstantSource node) {
    this.database = database;
    this.clock = new DatabaseClock(database, node);
  }

  public List<Target> targets() {
    return listed("select * from webhook order by created_at, id", Outbox::target);
  }

  /** Those that are sent to now. */
  List<Target> unpaused() {
    return listed(
        "select * from webhook where paused_at = 0 order by created_at, id", Outbox::target);
  }

  public Optional<Target> target(String id) {
    return listed("select * from webhook where id = ?", Outbox::target, id).stream().findFirst();
  }

  /**
   * Sends nothing to a target for now, or goes on; false when there is none.
   *
   * @param since from when it is paused; empty to go on
   */
  public boolean pause(String id, Optional<Instant> since) {
    long at = since.map(Instant::toEpochMilli).orElse(0L);
    return update("update webhook set paused_at = ? where id = ?", at, id) > 0;
  }

  public TargetState state(String id) {
    return new TargetState(
        count("select count(*) from webhook where id = ? and paused_at > 0", id) > 0,
        count(IN_STATE, id, State.WAITING.word()),
        count(IN_STATE, id, State.DEAD.word()),
        Optional.of(count("select max(done_at) from webhook_delivery where target = ?", id))
            .filter(at -> at > 0)
            .map(Instant::ofEpochMilli),
        oldest(id).filter(oldest -> oldest.attempts() > 0));
  }

  private long count(String sql, Object... values) {
    return listed(sql, row -> row.getLong(1), values).get(0);
  }

  /**
   * Adds a target, which is told of what comes after a revision.
   *
   * @param revision the newest that it is not told of
   */
  public void add(Target target, long revision) {
    update(
        "insert into webhook (id, label, url, template, what, secret, created_at, sent_revision)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        target.id(),
        target.label(),
        target.url(),
        target.template().word(),
        target.kind().word(),
        target.secret(),
        target.created().toEpochMilli(),
        revision);
  }

  /** Takes a target away with all that was on its way; false when there is none. */
  public boolean remove(String id) {
    update("delete from webhook_delivery where target = ?", id);
    return update("delete from webhook where id = ?", id) > 0;
  }

  /** Those that were given up, newest first. */
  public List<Delivery> dead() {
    return listed(
        "select * from webhook_delivery where state = 'dead' order by revision desc, target limit "
            + MOST_LISTED,
        Outbox::delivery);
  }

  /** Has one that was given up sent again; false when there is none such. */
  public boolean resend(String target, long revision) {
    return update(
            "update webhook_delivery set state = 'waiting', attempts = 0, next_at = 0"
                + " where target = ? and revision = ? and state = 'dead'",
            target,
            revision)
        > 0;
  }

  /** The newest revision from which deliveries to a target were made; empty when it is gone. */
  Optional<Long> sentRevision(String target) {
    return listed("select sent_revision from webhook where id = ?", row -> row.getLong(1), target)
        .stream()
        .findFirst();
  }

  /** Puts messages on their way; one that is there already stays as it is. */
  void fill(Target target, List<Message> messages, long revision) {
    for (Message message : messages) {
      update(
          "insert into webhook_delivery"
              + " (target, revision, kind, body, state, attempts, next_at, done_at, trouble)"
              + " values (?, ?, ?, ?, 'waiting', 0, 0, 0, '') on conflict do nothing",
          target.id(),
          message.revision(),
          message.type(),
          target.template().body(message).encode());
    }
    update(
        "update webhook set sent_revision = ? where id = ? and sent_revision < ?",
        revision,
        target.id(),
        revision);
  }

  private Optional<Delivery> oldest(String target) {
    return listed(OLDEST, Outbox::delivery, target).stream().findFirst();
  }

  /**
   * The oldest that waits for a target, if its time has come; those behind it wait for it. Once
   * whoever paused it was answered, nothing is due.
   */
  Optional<Delivery> due(String target) {
    return listed(
            "select * from ("
                + OLDEST
                + ") as oldest where target in (select id from webhook where paused_at = 0)"
                + " and next_at <= "
                + clock.millis(),
            Outbox::delivery,
            target)
        .stream()
        .findFirst();
  }

  Instant now() {
    return listed("select " + clock.millis(), row -> Instant.ofEpochMilli(row.getLong(1))).get(0);
  }

  void delivered(Delivery delivery) {
    update(
        "update webhook_delivery set state = 'delivered', attempts = attempts + 1, trouble = '',"
            + " done_at = "
            + clock.millis()
            + " where target = ? and revision = ? and state = 'waiting'",
        delivery.target(),
        delivery.revision());
    update(
        "delete from webhook_delivery where target = ? and state = 'delivered' and revision < ?",
        delivery.target(),
        delivery.revision() - KEPT);
  }

  void failed(Delivery delivery, State state, Duration pause, String trouble) {
    update(
        "update webhook_delivery set state = ?, attempts = attempts + 1, trouble = ?, next_at = "
            + clock.millis()
            + " + ? where target = ? and revision = ? and state = 'waiting' and attempts = ?",
        state.word(),
        trouble.substring(0, Math.min(LONGEST_TROUBLE, trouble.length())),
        pause.toMillis(),
        delivery.target(),
        delivery.revision(),
        delivery.attempts());
  }

  private static Target target(ResultSet row) throws SQLException {
    return new Target(
        row.getString("id"),
        row.getString("label"),
        row.getString("url"),
        Template.ofWord(row.getString("template")).orElseThrow(),
        Target.Kind.ofWord(row.getString("what")).orElseThrow(),
        row.getString("secret"),
        Instant.ofEpochMilli(row.getLong("created_at")));
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getString("target"),
        row.getLong("revision"),
        row.getString("kind"),
        row.getString("body"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("next_at")),
        row.getString("trouble"));
  }

  /** One row of an answer. */
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> listed(String sql, Reader<T> reader, Object... values) {
    try (Connection connection = database.source().getConnection();
        PreparedStatement statement = prepared(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    } catch (SQLException trouble) {
      throw new OutboxUnavailable(trouble);
    }
  }

  private int update(String sql, Object... values) {
    try (Connection connection = database.source().getConnection();
        PreparedStatement statement = prepared(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException trouble) {
      throw new OutboxUnavailable(trouble);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
