package org.callboard.claims;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.callboard.store.Database;
import org.callboard.store.DatabaseClock;

/**
 * One node's claims to what must happen once, such as a poll or a delivery. A claim is a lease: its
 * holder renews it by asking again, and one that has run out is another's for the asking. Leases
 * are measured by the clock of the database, so that a node whose own is wrong takes none early.
 *
 * <p>Any thread may call; every call blocks.
 */
public final class Claims {
  /** One row a name; who is first among several is for the database to say. */
  private static final String TAKE =
      "insert into claim (name, owner, held_until) values (?, ?, %1$s + ?)"
          + " on conflict (name) do update"
          + " set owner = excluded.owner, held_until = excluded.held_until"
          + " where claim.owner = excluded.owner or claim.held_until <= %1$s";

  private static final String RELEASE = "delete from claim where owner = ?";

  private final Database database;
  private final DatabaseClock clock;
  private final String owner;

  /**
   * The claims of one owner.
   *
   * @param node the node's wall clock, which measures where the database is the node's own file
   * @param owner what tells this node from all others, and from itself before a restart
   */
  public Claims(Database database, InstantSource node, String owner) {
    this.database = database;
    this.clock = new DatabaseClock(database, node);
    this.owner = owner;
  }

  /**
   * Takes a claim, or renews it.
   *
   * @param lease for how long from now
   * @return false while another holds it
   * @throws ClaimsUnavailable when the database cannot say, so that nobody may act on it
   */
  public boolean hold(String name, Duration lease) {
    return update(String.format(TAKE, clock.millis()), name, owner, lease.toMillis()) > 0;
  }

  /** Lets all go before they run out, for others to take at once; what others hold stays theirs. */
  public void release() {
    update(RELEASE, owner);
  }

  private int update(String sql, Object... values) {
    try (Connection connection = database.source().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException trouble) {
      throw new ClaimsUnavailable(trouble);
    }
  }
}
