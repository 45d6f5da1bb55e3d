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
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The screens that follow an assignment, and those that show a code and wait for one. Any thread
 * may call; every call blocks.
 */
public final class Pairings {
  private static final Logger LOG = LoggerFactory.getLogger(Pairings.class);

  public static final Duration CODE_HOLDS = Duration.ofMinutes(10);

  /** How many screens may wait at once; a venue has fewer, and a flood goes no further. */
  static final int MOST_WAITING = 500;

  /** For so long a screen that was off can still be told that it is unpaired. */
  private static final Duration FAREWELL = Duration.ofDays(365);

  private static final Duration SEEN_TO = Duration.ofMinutes(5);

  private static final Pattern ID = Pattern.compile("screen-[0-9a-f]{24}");

  private final AccountDatabase database;
  private final InstantSource clock;
  private final PairingLimits limits;

  public Pairings(DataSource source, InstantSource clock) {
    this.database = new AccountDatabase(source);
    this.clock = clock;
    this.limits = new PairingLimits(clock);
  }

  /** What a request of a stranger comes to. */
  public sealed interface Asked<T> {
    record Answered<T>(T value) implements Asked<T> {}

    /** Too many came, from this address or at all. */
    record TooMany<T>() implements Asked<T> {}
  }

  /** A code for a screen that has none. */
  public Asked<Pairing.Made> begin(Pairing.Device device) {
    if (!limits.admitsCode(device.address())) {
      return new Asked.TooMany<>();
    }
    String secret = Secrets.token();
    Pairing pairing =
        new Pairing(
            "screen-" + Secrets.id(),
            PairingCodes.random(),
            device,
            clock.instant().plus(CODE_HOLDS));
    return database.writing(
        connection -> {
          forgetOld(connection);
          if (waiting(connection, "").size() >= MOST_WAITING) {
            return new Asked.TooMany<>();
          }
          insert(connection, pairing, secret);
          return new Asked.Answered<>(new Pairing.Made(pairing, secret, farewell(secret)));
        });
  }

  private void forgetOld(Connection connection) throws SQLException {
    long now = clock.instant().toEpochMilli();
    update(connection, "delete from pairing where expires_at <= ?", now);
    update(
        connection,
        "delete from paired_screen where unpaired_at > 0 and unpaired_at < ?",
        now - FAREWELL.toMillis());
  }

  private static void insert(Connection connection, Pairing pairing, String secret)
      throws SQLException {
    update(
        connection,
        "insert into pairing (id, digest, code, device, viewport, address, expires_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        pairing.id(),
        Secrets.digest(secret),
        pairing.code(),
        pairing.device().words(),
        pairing.device().viewport(),
        pairing.device().address(),
        pairing.expires().toEpochMilli());
  }

  /**
   * What only a server that was shown the secret can say, and no page in between says by chance.
   */
  private static String farewell(String secret) {
    return Secrets.digest("farewell " + secret);
  }

  /** How it stands with the screen of a secret. */
  public Asked<Pairing.State> state(String id, String secret, String address) {
    if (!limits.admitsQuestion(address)) {
      return new Asked.TooMany<>();
    }
    Pairing.State state = Secrets.isToken(secret) ? known(id, secret) : new Pairing.State.Unknown();
    if (state instanceof Pairing.State.Unknown) {
      limits.missed(address);
    }
    return new Asked.Answered<>(state);
  }

  private Pairing.State known(String id, String secret) {
    String digest = Secrets.digest(secret);
    Pairing.State state = database.reading(connection -> known(connection, id, digest, secret));
    if (state instanceof Pairing.State.Paired paired) {
      noteSeen(paired.screen());
    }
    return state;
  }

  private Pairing.State known(Connection connection, String id, String digest, String secret)
      throws SQLException {
    Optional<ScreenTable.Row> paired =
        ScreenTable.rows(connection, "where id = ? and digest = ?", id, digest).stream()
            .findFirst();
    if (paired.isPresent()) {
      return paired.get().isUnpaired()
          ? new Pairing.State.Unpaired(farewell(secret))
          : new Pairing.State.Paired(paired.get().screen());
    }
    return waiting(connection, "and id = ? and digest = ?", id, digest).stream()
        .findFirst()
        .<Pairing.State>map(Pairing.State.Waiting::new)
        .orElseGet(Pairing.State.Unknown::new);
  }

  /** Now and then, so that after a restart it is still known when it was last there. */
  private void noteSeen(PairedScreen screen) {
    Instant now = clock.instant();
    if (screen.seen().filter(seen -> seen.plus(SEEN_TO).isAfter(now)).isEmpty()) {
      try {
        database.writing(connection -> ScreenTable.seen(connection, screen.id(), now));
      } catch (AccountsUnavailable trouble) {
        LOG.warn("It was not kept that a screen was seen: screen={}", screen.id(), trouble);
      }
    }
  }

  /** Whether a name is one that only a screen with its secret may bear. */
  public static boolean isReserved(String name) {
    return ID.matcher(name).matches();
  }

  /** Whether a paired screen's secret is this. */
  public boolean proves(String id, String secret) {
    return Secrets.isToken(secret) && known(id, secret) instanceof Pairing.State.Paired;
  }

  /** The screens that show a code now, the newest code last. */
  public List<Pairing> waiting() {
    return database.reading(connection -> waiting(connection, "order by expires_at, id"));
  }

  /** The screens that follow an assignment, by their names. */
  public List<PairedScreen> list() {
    return database.reading(
        connection ->
            ScreenTable.rows(connection, "where unpaired_at = 0 order by name, id").stream()
                .map(ScreenTable.Row::screen)
                .toList());
  }

  /** The screen that shows a code is this from now on; empty when none shows it. */
  public Optional<PairedScreen> confirm(String code, PairedScreen.Assignment assignment) {
    return database.writing(
        connection -> {
          Optional<Pairing> shown =
              waiting(connection, "and code = ?", PairingCodes.read(code)).stream().findFirst();
          if (shown.isEmpty()) {
            return Optional.empty();
          }
          String id = shown.get().id();
          ScreenTable.insert(connection, id, clock.instant());
          ScreenTable.assign(connection, id, assignment);
          update(connection, "delete from pairing where id = ?", id);
          return ScreenTable.paired(connection, id);
        });
  }

  /** The screen is something else from now on; empty when there is no such screen. */
  public Optional<PairedScreen> assign(String id, PairedScreen.Assignment assignment) {
    return database.writing(
        connection -> {
          ScreenTable.assign(connection, id, assignment);
          return ScreenTable.paired(connection, id);
        });
  }

  public Optional<PairedScreen> find(String id) {
    return database.reading(connection -> ScreenTable.paired(connection, id));
  }

  /** Takes a screen's assignment back; false when there is no such screen. */
  public boolean unpair(String id) {
    return database.writing(
            connection ->
                update(
                    connection,
                    "update paired_screen set unpaired_at = ? where id = ? and unpaired_at = 0",
                    clock.instant().toEpochMilli(),
                    id))
        > 0;
  }

  private List<Pairing> waiting(Connection connection, String which, Object... values)
      throws SQLException {
    List<Pairing> pairings = new ArrayList<>();
    String sql =
        "select * from pairing where expires_at > " + clock.instant().toEpochMilli() + " " + which;
    try (PreparedStatement statement = prepare(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        pairings.add(
            new Pairing(
                row.getString("id"),
                row.getString("code"),
                new Pairing.Device(
                    row.getString("device"), row.getString("viewport"), row.getString("address")),
                Instant.ofEpochMilli(row.getLong("expires_at"))));
      }
    }
    return pairings;
  }
}
