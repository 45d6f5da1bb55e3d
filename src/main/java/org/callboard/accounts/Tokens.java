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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is presented instead of a password: the tokens of sessions, of scripts and of hosts' links,
 * of which only a digest is kept. Any thread may call; all but {@link #remembered} block.
 */
public final class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
  private static final Duration SESSION_IDLE = Duration.ofHours(12);
  private static final Duration SESSION_LONGEST = Duration.ofDays(7);

  /** How often the use of a token is written down, so that a request seldom costs a write. */
  private static final Duration SEEN_EVERY = Duration.ofMinutes(15);

  /** The same for a host's link, of which organisers want to see that it is in use. */
  private static final Duration LINK_SEEN_EVERY = Duration.ofMinutes(1);

  private static final Duration API_LONGEST = Duration.ofDays(3_653);
  private static final long NEVER = Long.MAX_VALUE;
  private static final int LONGEST_LABEL = 80;

  private final AccountDatabase database;
  private final InstantSource clock;
  private final RememberedBearers remembered = new RememberedBearers();

  public Tokens(DataSource source, InstantSource clock) {
    this.database = new AccountDatabase(source);
    this.clock = clock;
  }

  /**
   * Makes a token for a script that never expires; empty when there is no such account.
   *
   * @throws IllegalArgumentException when the label is empty or too long
   */
  public Optional<Issued> issue(String account, String label) {
    return issue(account, label, NEVER);
  }

  /**
   * Makes a token for a script; empty when there is no such account.
   *
   * @throws IllegalArgumentException when the label is empty or too long, or the end is not within
   *     the next ten years
   */
  public Optional<Issued> issue(String account, String label, Instant expires) {
    Instant now = clock.instant();
    if (!expires.isAfter(now) || expires.isAfter(now.plus(API_LONGEST))) {
      throw new IllegalArgumentException(
          "A token expires at an instant that is to come within ten years, or never.");
    }
    return issue(account, label, expires.toEpochMilli());
  }

  private Optional<Issued> issue(String account, String label, long expires) {
    if (label.isBlank() || label.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException("A token's label has 1 to 80 characters.");
    }
    return database.writing(
        connection -> {
          Optional<StoredAccount> stored = StoredAccount.named(connection, account);
          return stored.isEmpty()
              ? Optional.empty()
              : Optional.of(insert(connection, stored.get(), Token.Kind.API, label, expires));
        });
  }

  /** Begins a session on a connection that has its turn, and forgets the sessions that ended. */
  Issued open(Connection connection, StoredAccount account) throws SQLException {
    Instant now = clock.instant();
    update(connection, "delete from account_token where expires_at <= ?", now.toEpochMilli());
    long expires = now.plus(SESSION_IDLE).toEpochMilli();
    return insert(connection, account, Token.Kind.SESSION, "login", expires);
  }

  private Issued insert(
      Connection connection, StoredAccount account, Token.Kind kind, String label, long expires)
      throws SQLException {
    String token = Secrets.token();
    String id = Secrets.id();
    long now = clock.instant().toEpochMilli();
    update(
        connection,
        "insert into account_token (id, digest, account_id, kind, label, created_at, seen_at,"
            + " expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        Secrets.digest(token),
        account.id(),
        kind.word(),
        label,
        now,
        now,
        expires);
    return new Issued(id, token, account.account());
  }

  /** Whose a token is, as far as is known without asking the database. */
  public Optional<Bearer> remembered(String token) {
    return remembered.find(Secrets.digest(token), clock.instant());
  }

  /** Whose a token is; empty when there is no such token, or no longer. */
  public Optional<Bearer> find(String token) {
    if (!Secrets.isToken(token)) {
      return Optional.empty();
    }
    Optional<Bearer> known = remembered(token);
    return known.isPresent() ? known : read(Secrets.digest(token));
  }

  private Optional<Bearer> read(String digest) {
    Instant now = clock.instant();
    long emptied = remembered.emptied();
    Optional<Bearer> bearer = byToken(digest, now).or(() -> byLink(digest, now));
    bearer.ifPresent(found -> remembered.remember(digest, found, now, emptied));
    return bearer;
  }

  private Optional<Bearer> byToken(String digest, Instant now) {
    Optional<Presented> presented =
        database.reading(connection -> presented(connection, digest, now));
    return presented.map(found -> seen(found, now));
  }

  private Optional<Bearer> byLink(String digest, Instant now) {
    Optional<HostLink> link =
        database.reading(connection -> HostLinks.presented(connection, digest, now));
    link.filter(found -> isDue(found, now)).ifPresent(found -> writeSeen(found, now));
    return link.map(
        found ->
            new Bearer(Account.ofLink(found.room()), found.id(), Token.Kind.LINK, found.expires()));
  }

  private static boolean isDue(HostLink link, Instant now) {
    return link.seen().map(seen -> !now.isBefore(seen.plus(LINK_SEEN_EVERY))).orElse(true);
  }

  private record Presented(Token token, Account account, Instant until) {}

  private static Optional<Presented> presented(Connection connection, String digest, Instant now)
      throws SQLException {
    String sql = "select * from account_token where digest = ? and expires_at > ?";
    try (PreparedStatement statement = prepare(connection, sql, digest, now.toEpochMilli());
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      Token token = token(row);
      Instant until = Instant.ofEpochMilli(row.getLong("expires_at"));
      return StoredAccount.withId(connection, row.getString("account_id"))
          .map(stored -> new Presented(token, stored.account(), until));
    }
  }

  /**
   * A session that is used goes on, up to its longest; a token for a script ends when it was to.
   */
  private Bearer seen(Presented presented, Instant now) {
    Token token = presented.token();
    boolean isDue = !now.isBefore(token.seen().plus(SEEN_EVERY));
    Instant until = isDue ? extended(presented, now) : presented.until();
    if (isDue) {
      writeSeen(token.id(), now, until);
    }
    return new Bearer(presented.account(), token.id(), token.kind(), until);
  }

  private static Instant extended(Presented presented, Instant now) {
    Token token = presented.token();
    if (token.kind() == Token.Kind.API) {
      return presented.until();
    }
    Instant longest = token.created().plus(SESSION_LONGEST);
    Instant idle = now.plus(SESSION_IDLE);
    return idle.isBefore(longest) ? idle : longest;
  }

  private void writeSeen(String id, Instant now, Instant until) {
    String sql = "update account_token set seen_at = ?, expires_at = ? where id = ?";
    write(sql, now.toEpochMilli(), until.toEpochMilli(), id);
  }

  private void writeSeen(HostLink link, Instant now) {
    write("update host_link set seen_at = ? where id = ?", now.toEpochMilli(), link.id());
  }

  /** A disk that takes no writes must not lock anybody out who reads. */
  private void write(String sql, Object... values) {
    try {
      database.reading(connection -> update(connection, sql, values));
    } catch (AccountsUnavailable trouble) {
      LOG.warn(
          "The use of a token was not written down: id={}", values[values.length - 1], trouble);
    }
  }

  /** The tokens of an account that still hold, oldest first. */
  public List<Token> list(String account) {
    String sql =
        "select t.* from account_token t join account a on a.id = t.account_id"
            + " where a.name = ? and t.expires_at > ? order by t.created_at, t.id";
    return database.reading(
        connection -> {
          List<Token> tokens = new ArrayList<>();
          try (PreparedStatement statement =
                  prepare(connection, sql, account, clock.instant().toEpochMilli());
              ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              tokens.add(token(rows));
            }
          }
          return tokens;
        });
  }

  private static Token token(ResultSet row) throws SQLException {
    long expires = row.getLong("expires_at");
    return new Token(
        row.getString("id"),
        Token.Kind.ofWord(row.getString("kind")),
        row.getString("label"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("seen_at")),
        expires == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expires)));
  }

  /** Revokes one token: at once here, within seconds on other nodes. False when there is none. */
  public boolean revoke(String id) {
    int revoked =
        database.writing(
            connection -> update(connection, "delete from account_token where id = ?", id));
    remembered.empty();
    return revoked > 0;
  }

  /** Revokes all tokens of an account, those of its sessions and of its scripts. */
  public void revokeAll(String account) {
    String sql =
        "delete from account_token where account_id in (select id from account where name = ?)";
    database.writing(connection -> update(connection, sql, account));
    remembered.empty();
  }

  /** Ends an account's sessions but one, on a connection that has its turn. */
  static void endSessions(Connection connection, StoredAccount account, String except)
      throws SQLException {
    update(
        connection,
        "delete from account_token where account_id = ? and kind = ? and id <> ?",
        account.id(),
        Token.Kind.SESSION.word(),
        except);
  }

  /** To be called after an account has changed, so that nobody goes on as it was. */
  void forget() {
    remembered.empty();
  }
}
