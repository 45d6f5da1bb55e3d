package org.callboard.claims;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * One node's claims to what must happen once, such as a poll or a delivery. A claim is a lease: its
 * holder renews it by asking again, and one that has run out is another's for the asking. Leases
 * are measured by the clocks of the nodes, so they are to be much longer than those differ.
 *
 * <p>Any thread may call; every call blocks.
 */
public final class Claims {
  /** One row a name; who is first among several is for the database to say. */
  private static final String TAKE =
      "insert into claim (name, owner, held_until) values (?, ?, ?)"
          + " on conflict (name) do update"
          + " set owner = excluded.owner, held_until = excluded.held_until"
          + " where claim.owner = excluded.owner or claim.held_until <= ?";

  private static final String RELEASE = "delete from claim where name = ? and owner = ?";

  private final DataSource source;
  private final InstantSource clock;
  private final String owner;

  /**
   * The claims of one owner.
   *
   * @param clock the wall clock
   * @param owner what tells this node from all others, and from itself before a restart
   */
  public Claims(DataSource source, InstantSource clock, String owner) {
    this.source = source;
    this.clock = clock;
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
    Instant now = clock.instant();
    return update(TAKE, name, owner, now.plus(lease).toEpochMilli(), now.toEpochMilli()) > 0;
  }

  /** Lets a claim go before its lease ends; one that another holds stays the other's. */
  public void release(String name) {
    update(RELEASE, name, owner);
  }

  private int update(String sql, Object... values) {
    try (Connection connection = source.getConnection();
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
