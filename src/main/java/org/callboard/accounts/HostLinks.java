package org.callboard.accounts;

import static org.callboard.accounts.AccountDatabase.prepare;
import static org.callboard.accounts.AccountDatabase.update;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The links by which hosts work without an account, each for one room until its end. Any thread may
 * call; every call blocks.
 */
public final class HostLinks {
  public static final Duration LONGEST = Duration.ofDays(30);

  private final AccountDatabase database;
  private final Tokens tokens;
  private final InstantSource clock;

  public HostLinks(DataSource source, Tokens tokens, InstantSource clock) {
    this.database = new AccountDatabase(source);
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * Makes a link, and forgets those that have ended.
   *
   * @param by the account that asks for it
   * @throws IllegalArgumentException when the end is not within the next 30 days
   */
  public HostLink.Made create(String room, String by, Instant expires) {
    Instant now = clock.instant();
    if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
      throw new IllegalArgumentException(
          "A host link expires at an instant that is to come within 30 days.");
    }
    HostLink link = new HostLink(Secrets.id(), room, by, now, Optional.empty(), expires);
    String token = Secrets.token();
    database.writing(
        connection -> {
          update(connection, "delete from host_link where expires_at <= ?", now.toEpochMilli());
          return insert(connection, link, token);
        });
    return new HostLink.Made(link, token);
  }

  /** What the clock by which links end shows. */
  public Instant now() {
    return clock.instant();
  }

  private static int insert(Connection connection, HostLink link, String token)
      throws SQLException {
    return update(
        connection,
        "insert into host_link (id, digest, room, created_by, created_at, seen_at, expires_at)"
            + " values (?, ?, ?, ?, ?, 0, ?)",
        link.id(),
        Secrets.digest(token),
        link.room(),
        link.createdBy(),
        link.created().toEpochMilli(),
        link.expires().toEpochMilli());
  }

  /** The links that still hold, oldest first. */
  public List<HostLink> list() {
    return database.reading(
        connection ->
            links(
                connection,
                "where expires_at > ? order by created_at, id",
                clock.instant().toEpochMilli()));
  }

  /** Revokes a link: at once here, within seconds on other nodes. False when there is none. */
  public boolean revoke(String id) {
    int revoked =
        database.writing(
            connection -> update(connection, "delete from host_link where id = ?", id));
    tokens.forget();
    return revoked > 0;
  }

  /** The link of a token that holds at an instant. */
  static Optional<HostLink> presented(Connection connection, String digest, Instant now)
      throws SQLException {
    return links(connection, "where digest = ? and expires_at > ?", digest, now.toEpochMilli())
        .stream()
        .findFirst();
  }

  private static List<HostLink> links(Connection connection, String which, Object... values)
      throws SQLException {
    List<HostLink> links = new ArrayList<>();
    try (PreparedStatement statement =
            prepare(connection, "select * from host_link " + which, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        links.add(link(row));
      }
    }
    return links;
  }

  private static HostLink link(ResultSet row) throws SQLException {
    long seen = row.getLong("seen_at");
    return new HostLink(
        row.getString("id"),
        row.getString("room"),
        row.getString("created_by"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        seen == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(seen)),
        Instant.ofEpochMilli(row.getLong("expires_at")));
  }
}
